import type { StaffContent } from '../../content/index.ts'
import type { MessageLog } from '../kept/message-log.ts'
import type { Rooms } from '../rooms.ts'
import type { TokenBook } from './token-book.ts'
import type { Turn } from '../turn.ts'

/** What the tools of one turn work with. `content` is one version for the whole turn. */
export type ToolTurn = {
  readonly turn: Turn
  readonly rooms: Rooms
  readonly tokens: TokenBook
  readonly messages: MessageLog
  readonly content: StaffContent
}
