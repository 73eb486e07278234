import { toSimplified } from '../../language/index.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Turn } from '../turn.ts'

const KEPT = '(?:信息|数据|资料|记录|聊天记录|聊天|对话|账户|账号)'
/** What she may do with what is kept of her, and where. A department's records are not ours: nobody else's are meant. */
const RIGHTS: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `(?:删除?|删掉|清除|清空|抹掉|注销)[^，。,]{0,4}(?:我|这次|本次|所有|全部)[^，。,]{0,8}${KEPT}|把[^，。,]{0,4}(?:我|这次|所有|全部)[^，。,]{0,8}${KEPT}[^，。,]{0,4}(?:删|清|抹)|\\b(?:delete|erase) (?:all )?my (?:data|information|account|chat)\\b`,
      'iu',
    ),
    'rights-erase',
  ],
  [
    new RegExp(
      `(?:导出|下载|打印)[^，。,]{0,4}(?:我|这次|本次|全部)[^，。,]{0,6}${KEPT}|\\b(?:export|download) my (?:data|chat)\\b`,
      'iu',
    ),
    'rights-export',
  ],
  [
    /(?:在|到|换|用)(?:个|一?台|我的?)?(?:别的|另外?一?[台个]?|其他|新)?(?:电脑|手机|平板|设备)(?:上|那边)?[^，。,]{0,4}(?:继续|接着|接力|再办|办完)|\bcontinue on (?:another|my) (?:device|phone|computer)\b/iu,
    'move-device',
  ],
]

/** How to erase, to take along, or to move what is kept of this conversation. Undefined when the words ask for none of it. */
export function tellRights({ content }: Pick<Rooms, 'content'>, turn: Turn): Outcome | undefined {
  const words = toSimplified(turn.words)
  const key = RIGHTS.find(([asked]) => asked.test(words))?.[1]
  if (key === undefined) return undefined
  turn.write({ type: 'text', text: speechIn(content(), turn.locale)(key) })
  return { outcome: 'answered', completeness: 'complete', engine: 'none' }
}
