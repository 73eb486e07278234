import { CASE } from './case.ts'
import { CARDS } from './cards.ts'
import { COMPOSER } from './composer.ts'
import { CONVERSATION } from './conversation.ts'
import { FLOATING } from './floating.ts'
import { FORM } from './form.ts'
import { FRAME } from './frame.ts'
import { PANEL } from './panel.ts'
import { PAPERS } from './papers.ts'
import { PRINT } from './print.ts'
import { THEME } from './theme.ts'

/** All styles of the widget, adopted as style sheets: nothing of it needs `unsafe-inline`. */
export const STYLES = [THEME, FRAME, COMPOSER, PANEL, CONVERSATION, CARDS, CASE, PAPERS, FORM, FLOATING, PRINT]
