import { foldCharacters, toSimplified } from '../script.ts'

const PARTICLE = '[的了吧啊呀哦呢哈嘛啦滴，,、。.！!～~\\s]'
const CHINESE = new RegExp(
  `^${PARTICLE}*(?:(?:我|那|就|都|也|完全|这边|可|暂时|先)*(?:同意|赞成|没(?:错|问题|意见|毛病)|可以|行|好|对|是|确认|正确|嗯+|恩|不用|不必|不要|不需要|没必要|算|这[样么](?:就)?(?:好|行|可以|办|定|填|写)?|照办|办|定)${PARTICLE}*)+$`,
  'u',
)
const ENGLISH =
  /^(?:(?:yes|yeah|yep|ok(?:ay)?|sure|fine|right|correct|agreed|no|nope|i agree|i confirm|all good|go ahead|(?:that['’]?s|that is|it['’]?s|looks|sounds) (?:right|correct|fine|good|ok(?:ay)?)|no need|no,? thanks?|thank you|please)[,.!\s]*)+$/iu

/** Whether words only agree or decline (同意, 没错, 好的就这样办, 不用了): they name nothing, whatever was asked for. */
export function isBareAssent(words: string): boolean {
  return CHINESE.test(toSimplified(foldCharacters(words))) || ENGLISH.test(words.trim())
}
