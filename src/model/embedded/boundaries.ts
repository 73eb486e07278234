import { namesOtherPlace } from './places.ts'

/** Why a message is not for the guides: a reason `decline` knows. */
export type Boundary = 'unsafe' | 'out-of-scope' | 'other-city' | 'personal-advice'

const OBEY =
  '指令|指示|规则|規則|设定|設定|限制|约束|准则|内容政策|安全(?:检查|策略|规定)|提示词|身份设定|被告知的一切|训练'
const DROP = '忽略|无视|忘(?:记|掉|了)|抛开|放弃|跳出|违反|绕过|关闭|解除|取消|不(?:必|用|需要?|再)(?:遵守|遵循|理会)'

/** Words that address the assistant's instructions instead of a public service. */
const INJECTION: readonly RegExp[] = [
  new RegExp(`(?:${DROP})[^。！？\\n]{0,16}(?:${OBEY})`),
  /(?:输出|显示|告诉|打印|复述|原样|公开|泄露|透露|翻译|重复|说出|列出)[^。！？\n]{0,14}(?:系统(?:提示|指令|消息)|提示词|初始(?:设定|指令)|隐藏设定|内部(?:指令|规则)|你的(?:指令|设定|规则|提示))/,
  /(?:系统提示词?|提示词|初始设定|你的(?:指令|设定|规则|提示词))[^。！？\n]{0,10}(?:是什么|原样|全部|逐字|告诉|给我|发给|输出|念)/,
  /开发者模式|越狱模式|没有任何限制的(?:ai|助手|机器人|模型)|(?:假装|扮演|想象)(?:你|自己)?(?:是|没有|不是)|从现在(?:起|开始)[，,]?你(?:是|叫|就是|不再|必须|只)/,
  /(?:我是|作为|来自|这是)[^。，\n]{0,6}(?:管理员|开发者|系统消息|系统管理)[^\n]{0,40}(?:授权|执行|忽略|绕过|显示|关闭|必须|输出|解除)/,
  /(?:ai|人工智能)(?:助手|模型)?(?:必须|应当|应该|请)(?:先|立即|马上)/,
  /(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:instruction|prompt|rule|guideline|polic|restriction|previous|above)/,
  /(?:system|hidden|initial|developer)\s+(?:prompt|message|instruction|mode)|\bjailbreak|\bdan mode|you are now\b|pretend (?:to be|you)|act as (?:a|an|if)\b/,
  /(?:reveal|print|repeat|show|output|leak)\b.{0,24}\b(?:your|the)\s+(?:\w+\s+)?(?:instructions?|prompt|rules|configuration)/,
]

const FORGED =
  '身份证|证件|证明|材料|合同|公章|印章|病假条?|病历|发票|流水|学历|毕业证|结婚证|户口本|执照|驾照|社保|居住证'
/** People whose affairs are not the citizen's own; family is not among them. */
const OTHERS =
  '(?:邻居|前妻|前夫|前男友|前女友|别人|他人|(?:新来的)?同事|老板|网友|房东|债主|债务人|陌生人|(?:这|那)(?:个|位)[^，。！？]{0,10}人|某(?:人|个[^，。！？]{0,4})|明星|小三|所有[^，。！？]{0,12}人|她|他)的?'
const PRIVATE =
  '(?:住址|地址|电话|手机号?|身份证号?|个人信息|信息|户籍|户口|婚姻|社保|工资|公积金|银行|账户|账号|行踪|开房|名单|低保|学校|前科|坐过?牢|坐没坐过?牢)'
const UNSAFE: readonly RegExp[] = [
  new RegExp(`(?:伪造|变造|仿造|编造|造假|ps|p图|p一?[张份个])[^。！？\\n]{0,10}(?:${FORGED})`),
  new RegExp(
    `(?:办|做|弄|搞|买|刻|开|交|用|代开|提交)(?:得?到|来|出)?(?:一?[个张份本套])?假的?[^。！？\\n]{0,4}(?:${FORGED}|证|章)`,
  ),
  /假(?:结婚|离婚|租房|合同|社保|学历)[^。！？\n]{0,10}(?:骗|提|套|领|买房|落户|怎么(?:弄|办|做))/,
  /(?:怎么|如何|想|帮我|教我|能不能)[^。！？\n]{0,8}(?:骗取?|套取?|冒领|冒充|冒名|钻空子)[^。！？\n]{0,8}(?:补贴|津贴|医保|公积金|失业金|社保|低保|保险金|钱|办|领)/,
  /(?:绕过|躲过|逃避|瞒过|糊弄)[^。！？\n]{0,8}(?:审核|审批|核查|监管|实名|人脸|检查|系统|窗口)/,
  /(?:替|帮)(?:我|人)?(?:考驾照|代考|扣分|消分)|(?:买|卖|收)(?:驾照|驾驶证)?分(?:数)?|替考|枪手/,
  /(?:查|调|要|给|告诉|弄到|搞到)[^。！？\n]{0,6}(?:邻居|前妻|前夫|前男友|前女友|别人|他人|同事|老板|网友|房东|债主|陌生人|这个人|某人|明星|小三)的?[^。！？\n]{0,6}(?:住址|地址|电话|手机号|身份证号?|信息|户籍|婚姻|社保|公积金|银行|行踪|记录|开房)/,
  /(?:显示|查|调出|导出|给我)[^。！？\n]{0,8}(?:所有|全部|其他)(?:用户|市民|人)的?[^。！？\n]{0,6}(?:密码|信息|资料|记录|申请|数据)/,
  /(?:所有|全部|其他|其它|每个|全市|别的)(?:的)?(?:用户|市民|人|申请人|公民|居民)的?[^。！？\n]{0,10}(?:密码|身份证号?|手机号?|电话|住址|信息|资料|记录|数据|名单|档案)[^。！？\n]{0,8}(?:导出|给我|发我|发给|调出|列出|打包|下载|拷贝|看看)/,
  /(?:行贿|塞(?:点|个)?(?:钱|红包)|送(?:礼|红包|点钱)|找(?:关系|黄牛)|走后门)[^。！？\n]{0,12}(?:办|快|过|批|通融)|黄牛(?:电话|代办|多少钱)/,
  new RegExp(`(?:${FORGED})[^。！？\\n]{0,8}(?:伪造|造假|作假|p一?[张份个]|ps)`),
  new RegExp(
    `假的?[^。！？\\n，,]{0,4}(?:${FORGED}|学历|本科|证|章)[^。！？\\n]{0,8}(?:买|办|做|弄|搞|不被发现|哪里|去哪)`,
  ),
  /(?:冒用|盗用|借用)(?:他人|别人|人家)(?:的)?(?:身份|名字|证)|偷渡|(?:找人|帮人|替人)?(?:顶包|替罪)|假(?:结婚|离婚)[^。！？\n]{0,10}(?:迁|户口|教|怎么)|把(?:不是|没)[^。！？\n]{0,14}(?:弄|算|做|报|认)成/,
  new RegExp(`(?:查|调|看看?|告诉|弄到|搞到|人肉)[^。！？\\n]{0,6}${OTHERS}[^。！？\\n]{0,8}${PRIVATE}`),
  new RegExp(`(?:给我|告诉我?)[^。！？\\n]{0,4}${OTHERS}[^。！？\\n]{0,8}${PRIVATE}`),
  new RegExp(`${OTHERS}[^。！？\\n]{0,8}${PRIVATE}[^。！？\\n]{0,6}(?:告诉我|给我|发我|是多少|是谁|几百|多少|在哪)`),
  /(?:改|涂改|虚开|多开|开假)(?:了|一下)?(?:发票|票据|病历|收据|流水)|空壳公司|(?:代替|冒充|顶替)别人|假(?:结婚|离婚|身份|学历|毕业|残疾)证|(?:这个|那个)?(?:号码|电话|手机号)是谁的|把(?:租客|邻居|员工|客户|前妻|前夫|别人)的[^。！？\n]{0,10}(?:发|给)我/,
  /车牌[^。！？\n]{0,6}车主(?:是谁|电话|信息)|(?:前男友|前女友|前妻|前夫|她|他)(?:现在)?住(?:在)?哪/,
  /(?:fake|forge|forged|counterfeit|falsif)\w*\b.{0,24}\b(?:id|document|certificate|contract|permit|licen[cs]e|passport|diploma)/,
]
/** A victim, a witness or someone asking what follows is not the one who does it. */
const INNOCENT =
  /被(?:人|别人|他人|骗|冒|盗|伪)|(?:会|要)(?:被)?(?:怎么|怎样|如何|什么)(?:处罚|处理|样)?|会不会|后果|处罚|罚款|违法吗|犯法|举报|揭发|识别|辨别|防(?:止|范)|警惕|避免|怎么办.*(?:被|骗)|report|penalt|punish|victim/

const ADVICE =
  /(?:官司|案子|仲裁|起诉|诉讼|复议)[^。！？\n]{0,8}(?:打?赢|胜诉|败诉|打输)|对我(?:最)?有利|替我(?:做?决定|选|拿主意)|(?:给|出)(?:个|份)?法律意见|能不能告他|要不要(?:接受)?私了|(?:合同|协议)[^。！？\n]{0,12}(?:有没有坑|逐条|审一[遍下])|能不能推翻|该不该赔|(?:条款|违约金)[^。！？\n]{0,8}有没有[^。！？\n]{0,4}效力|是不是(?:要)?(?:流产|自闭|抑郁|癌)|遗嘱怎么写[^。！？\n]{0,8}不给|保胎|怎么扎针|(?:出血|疼|痛|发烧)[^。！？\n]{0,6}(?:要不要紧|严不严重|吃什么)|(?:该不该|要不要|应不应该|值不值得?|划不划算|好不好)(?:离婚|结婚|买房|卖房|辞职|炒股|投资|生二?三?胎?|起诉|打官司)|(?:推荐|介绍)[^。！？\n]{0,6}(?:股票|基金|理财|律师|医生|中介|对象)|(?:吃|用)什么药|怎么治|(?:官司|案子|仲裁|起诉)(?:能|会)(?:赢|输|判)|会判(?:几|多少)|买(?:哪|什么)(?:只|个|支)?(?:股票|基金|保险|车)|which (?:stock|fund|lawyer|doctor)|should i (?:divorce|marry|quit|sue|invest)/

/** Opinions on politics, which no public service has. */
const POLITICS =
  /(?:你是)?哪一派|谁(?:会|能)?当选|选举(?:结果|谁)|政治局势|(?:评论|评价|批评)(?:一下)?[^。！？\n]{0,8}(?:政策|领导人|政府|外交|主席|总统)|支持(?:谁|哪个党|台独|统一|还是反对)|台湾独立|台独|武统|taiwan independence|\b(?:attack|invade)\b.{0,12}\btaiwan\b|(?:政权|政府)(?:会|能)?(?:倒台|垮台)/

/** Words of public services: with one of them a question without guidance is "not in our guides", without, "not our matter". */
const PUBLIC_MATTER =
  /证|照|国家|政府|公家|法律|12345|招生|学籍|接种|疫苗|怎么领|能领|领多少|户口|户籍|落户|社保|社会保|医保|医疗保险|养老|退休|失业|生育|工伤|公积金|税|补贴|补助|津贴|低保|残疾|登记|许可|备案|审批|执照|注销|公司|个体|申请|申领|申报|办理|办事|政务|派出所|公安|民政|街道|社区|居委|窗口|大厅|政策|入学|学位|学校|房产|不动产|过户|租房|廉租|公租|结婚|离婚|收养|出入境|签证|护照|通行|违章|违法|罚款|仲裁|维权|投诉|消防|环评|城管|养犬|狗证|宅基|土地|林权|征地|征收|拆迁|兵役|参军|服役|退役|转业|职称|信访|宗教|民族成分|殡葬|死亡|迁|permit|licen[cs]e|visa|tax|regist|insurance|certificate|passport|pension|police|government|subsid|allowance|residen/

/** What a city looks after besides its counters: streets, transport, water and light, building, neighbourhoods, markets. */
const CITY_MATTER =
  /规划|旧改|老旧小区|旧城|腾退|棚改|道路|马路|公路|高速路|修路|人行道|地铁|公交|路灯|红绿灯|路口|停车|公园|绿化|环卫|垃圾|污染|扰民|噪音|噪声|施工|工地|小区|物业|业主|业委会|自来水|停水|停电|燃气|天然气|村委|村民|消费者|欠薪|市长|书记/

/** The boundary a message crosses by itself, before any search; undefined when it is an ordinary message. Expects {@link plainWords}. */
export function readBoundary(plain: string): Boundary | undefined {
  if (POLITICS.test(plain)) return 'out-of-scope'
  if (UNSAFE.some((pattern) => pattern.test(plain)) && !INNOCENT.test(plain)) return 'unsafe'
  if (INJECTION.some((pattern) => pattern.test(plain))) return 'out-of-scope'
  if (ADVICE.test(plain)) return 'personal-advice'
  if (namesOtherPlace(plain)) return 'other-city'
  return undefined
}

/** Why a question that no guide answers is declined. */
export function readUnanswered(plain: string): 'no-guidance' | 'out-of-scope' {
  return PUBLIC_MATTER.test(plain) || CITY_MATTER.test(plain) ? 'no-guidance' : 'out-of-scope'
}
