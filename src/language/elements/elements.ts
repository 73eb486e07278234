import type { DataElement, ElementId } from '../element.ts'
import { address } from './address.ts'
import { money, number } from './amount.ts'
import { bankCard } from './bank-card.ts'
import { choice } from './choice.ts'
import { date } from './date.ts'
import { email } from './email.ts'
import { citizenId, driverLicence, hmtResidencePermit } from './identity-number.ts'
import { mobile } from './mobile.ts'
import { name } from './name.ts'
import { plate } from './plate.ts'
import { text } from './text.ts'
import { passport, taiwanTravelPermit } from './travel-document.ts'
import { uscc } from './uscc.ts'
import { yesNo } from './yes-no.ts'

/** Every data element by its id: how it is read, checked and shown. */
export const elements: Readonly<Record<ElementId, DataElement>> = {
  name,
  'citizen-id': citizenId,
  'hmt-residence-permit': hmtResidencePermit,
  'taiwan-travel-permit': taiwanTravelPermit,
  passport,
  uscc,
  mobile,
  address,
  date,
  money,
  number,
  'bank-card': bankCard,
  plate,
  email,
  'driver-licence': driverLicence,
  choice,
  'yes-no': yesNo,
  text,
}
