import { CARDS } from './cards.ts'
import { CONVERSATION } from './conversation.ts'
import { FLOATING } from './floating.ts'
import { FORM } from './form.ts'
import { FRAME } from './frame.ts'
import { PRINT } from './print.ts'
import { THEME } from './theme.ts'

/** All styles of the widget, adopted as style sheets: nothing of it needs `unsafe-inline`. */
export const STYLES = [THEME, FRAME, CONVERSATION, CARDS, FORM, FLOATING, PRINT]
