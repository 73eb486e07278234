import { foldCharacters } from '../script.ts'

/** What kind of wrong a plea is for: what may not be done, and what may be done instead, depends on it. */
export type Wrong = 'forged' | 'identity' | 'bribe' | 'benefit' | 'tamper' | 'others'

const PAPERS =
  '身份证|护照|户口[本簿]|驾照|驾驶证|社保卡|医保卡|学历|学位|结婚证|营业执照|居住证|证件|名字|名义|身份|脸|账号'
const OTHERS =
  '别人|他人|人家|朋友|同学|同事|室友|老乡|亲戚|邻居|表[哥弟姐妹]|堂[哥弟姐妹]|[哥弟姐妹嫂舅叔姨姑]{1,2}|房东|老板|someone|somebody|friend'

/** In the order of what weighs most where several hold. */
const WRONGS: readonly (readonly [Wrong, RegExp])[] = [
  [
    'tamper',
    /(?:改成|改为|改一下|调成|设成|清零|减到|抹掉|删掉)[^，。！？]{0,10}(?:元|块|零|通过|已办结|费用|记录|扣分|状态)|(?:费用|收费|时限|状态|扣分|结果|系统)[^，。！？]{0,8}(?:改成|改为|调成|设成|清零)|导出|导一份|数据库|后台|黑进|最高权限|管理员|所有人的|\b(?:database|admin)\b/iu,
  ],
  [
    'bribe',
    /红包|送礼|送[^，。！？]{0,4}(?:钱|卡|烟|酒|礼)|塞[^，。！？]{0,4}(?:钱|烟|红包)|熟人|关系|走后门|插队|黄牛|内部(?:人|渠道)|托人|包个|打点|意思意思|行贿|skip the queue|bribe/iu,
  ],
  [
    'identity',
    new RegExp(
      `(?:借|用|拿|冒用|盗用|冒充|顶替|借用)[^，。！？]{0,6}(?:${OTHERS})[^，。！？]{0,6}(?:${PAPERS})|(?:冒名|冒充|顶替|替考|代考|替我考|顶包|冒领)|(?:${OTHERS})[^，。！？]{0,4}(?:${PAPERS})[^，。！？]{0,8}(?:借|顶|冒)|(?:use|borrow)\\b.{0,16}\\b(?:friend|someone|somebody)`,
      'iu',
    ),
  ],
  [
    'others',
    /(?:查|打听|告诉|给我|找到|弄到|调出|看看)[^，。！？]{0,16}(?:住址|住哪|地址|电话|手机号|身份证号|婚姻|结过婚|离过婚|工资|收入|存款|低保|前科|案底|征信|名单|行踪|开房|几套房|学校)|住在?哪|车主是谁|号码是谁/u,
  ],
  [
    'benefit',
    /(?:补贴|津贴|失业金|低保|养老金|医保|公积金|社保|救助|保险金|产假)[^，。！？]{0,14}(?:骗|套|瞒|偷偷|不报|继续领|照领|多领|不让|查到|挂靠)|(?:骗|套|瞒|隐瞒|假装|谎报|冒领|偷偷)[^，。！？]{0,14}(?:补贴|津贴|失业金|低保|养老金|医保|公积金|社保|救助|保险金|产假|收入|房)/u,
  ],
  [
    'forged',
    /假|伪造|变造|[pP](?:一?[份张个]|图)|造一?[份张个]|仿|代开|虚开|涂改|倒签|补个|刻章|fake|forge|counterfeit/u,
  ],
]

/** The wrong a refused plea is for; undefined where its words do not tell. */
export function readWrong(text: string): Wrong | undefined {
  const folded = foldCharacters(text)
  return WRONGS.find(([, pattern]) => pattern.test(folded))?.[0]
}
