/** A pattern for one thing said and, a few words behind it in the same sentence, another. */
export function followedBy(first: string, most: number, second: string): RegExp {
  return new RegExp(`(?:${first})[^。！？\\n]{0,${most}}(?:${second})`)
}

/** The same within a clause: 换新的，老板的材料… orders nothing of his. */
function followedInClause(first: string, most: number, second: string): RegExp {
  return new RegExp(`(?:${first})[^。！？\\n，,；;]{0,${most}}(?:${second})`)
}

/** Who is not of her family, by relation or by the name that stands for anybody. */
const ANOTHER =
  '(?:邻居|前妻|前夫|前男友|前女友|别人|他人|人家|同事|老板|室友|同屋|房东|租客|网友|陌生人|[张李王赵][三四五六]|某某|小[张李王赵])'
const ANOTHERS = `${ANOTHER}(?:的|那[份个张笔])`
/** What somebody has in these houses, and only she may change. */
const HELD = '账户|账号|银行卡|卡号|收款|手机号?|密码|申请|预约|办件|登记|提取|补贴|材料'
const CHANGE = '改|换|撤回|撤销|取消|注销|冻结|停掉|转走'
/** What she pays or takes out is hers to change: 缴存金额改成一千. */
const OWN_SUM = '缴费|缴存|缴纳|贷款|还款|认缴|提取|转账|投保'
const CHECK = '材料要求|审核|审批|确认|核验|校验|验证|收费|规定|条件'
const PERSONAL = '手机号?|电话|姓名|名字|身份证号?|住址|地址|申请|资料|信息|记录|名单|工资'
const MANY = '所有|全部|每个|全体|今天|昨天|本(?:公司|单位|小区|楼)'
const HERS = '资料|信息|数据|表|申请|办件'

/** Orders to the house that no citizen may give: what staff decide, and what others have. */
export const ORDERS: readonly RegExp[] = [
  followedInClause(
    `把[^。！？\\n，,]{0,8}(?:${CHECK})`,
    6,
    '(?:取消|去掉|删掉|关掉|关闭|跳过|免掉|作废|藏起来?|隐藏|省掉|略过|拿掉)(?![了的])',
  ),
  followedInClause(
    `(?:跳过|绕过|绕开|略过|免去)[^。！？\\n，,]{0,6}(?:${CHECK}|签字|身份)`,
    8,
    '提交|通过|办结|批准|放行|办理',
  ),
  followedInClause('把[^。！？\\n，,]{0,6}(?:队列|所有|全部|大家|排队)', 8, '批准|批了|批掉|办结|驳回|清空'),
  followedInClause(
    `费用|收费|工本费|手续费|(?<!${OWN_SUM})(?:金额|比例)|价格|标准|报销|时限|状态|结果`,
    4,
    '改成|改为|调成|设成|清零',
  ),
  followedInClause(`(?:列出|显示|导出|打印|拉出|汇总)[^。！？\\n]{0,8}(?:${MANY})`, 14, `的(?:${PERSONAL})`),
  followedInClause('导出|列出|调出|打包|下载', 12, '(?:申请|申领|领取|办理|补贴|低保|登记)(?:人|者|家庭)?的?名单'),
  followedInClause(CHANGE, 6, `${ANOTHERS}[^。！？\\n，,]{0,10}(?:${HELD})`),
  followedInClause(`把(?:我)?${ANOTHER}[^。！？\\n，,]{0,12}(?:${HELD})`, 4, CHANGE),
  followedInClause('照抄|照搬|复制|拷贝|套用|用', 4, `(?:前一?个|上一?个|别|其他|另一?个)人的?(?:${HERS})`),
  followedInClause(`把(?:${ANOTHERS}|[他她]们?的)(?:${HERS}|材料|档案)`, 4, '给我|发我'),
]

/** Limits of all sorts are lifted by offices: 解除限制出境. */
const OBEY =
  '指令|指示|规则|規則|设定|設定|[你您][^。！？\\n，,]{0,4}(?:限制|约束)|准则|内容政策|安全(?:检查|策略|规定)|提示词|身份设定|被告知的一切|训练'
const DROP = '忽略|无视|忘(?:记|掉|了)|抛开|放弃|跳出|违反|绕过|关闭|解除|取消|不(?:必|用|需要?|再)(?:遵守|遵循|理会)'
const SAY =
  '输出|显示|告诉|打印|复述|原样|公开|泄露|透露|翻译|重复|说出|列出|贴出|贴上|发出|交出|展示|念出|reveal|print|repeat|show|output|leak'
const OWN_WORDS =
  '系统(?:提示|指令|消息)|提示词|初始(?:设定|指令)|隐藏设定|内部(?:指令|规则)|你的(?:指令|设定|规则|提示)|\\byour (?:\\w+ )?(?:instructions?|prompt|rules|configuration)|\\bthe (?:\\w+ )?prompt|\\bthe (?:above|previous|initial|original|secret|internal) (?:instructions?|rules)|(?:instructions?|rules) (?:above|you)\\b'

/** Words that address the assistant's instructions instead of a public service. */
export const INSTRUCTIONS: readonly RegExp[] = [
  followedBy(DROP, 16, OBEY),
  followedBy(
    '\\b(?:ignore|disregard|forget|override|bypass)\\b',
    30,
    '\\b(?:instruction|prompt|rule|guideline|polic|restriction|previous|above)',
  ),
  followedBy(SAY, 24, OWN_WORDS),
  followedBy(OWN_WORDS, 10, '是什么|原样|全部|逐字|告诉|给我|发给|输出|念|第一句|现在执行'),
  /开发者模式|越狱模式|[你您][没沒]有(?:任何)?限制|没有(?:任何)?限制的(?:你|ai|人工智能|助手|机器人|模型)|(?:(?:^|[，,。！？\s请来你您])(?:假装|扮演|想象)|(?:假装|扮演|想象)(?:你|自己))(?:是|没有|不是)|从现在(?:起|开始)[，,]?你(?:是|叫|就是|不再|必须|只)/,
  /(?:ai|人工智能)(?:助手|模型)?(?:必须|应当|应该|请)(?:先|立即|马上)/,
  /(?:system|hidden|initial|developer)\s+(?:prompt|message|instruction|mode)|\bjailbreak|\bdan mode|you are now\b|pretend (?:to be|you)|act as (?:a|an|if)\b/,
  followedBy(
    '以后|今后|从今往后|接下来',
    18,
    '(?:问|来)[^。！？\\n]{0,10}你?(?:都|就|一律|要|必须)(?:说|回答|告诉|回)',
  ),
  followedBy('(?:给|向|通知)(?:所有|全体|全部|全市|每个|每位)的?(?:市民|用户|居民|人)', 6, '发|推送|通知|短信'),
  followedBy('群发', 6, '通知|短信|消息'),
]
