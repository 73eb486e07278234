import type { QuantityKind } from '../quantity.ts'

/**
 * What a quantity measures: for how long somebody has lived somewhere, since when something has happened, how old
 * somebody is. The same row knows it in the words of citizens (`said`) and in those of rules (`stated`); `#` stands for the
 * quantity. Rows name no service. The first row that fits counts.
 */
export type Measure = {
  readonly id: string
  readonly kinds: readonly QuantityKind[]
  readonly said: RegExp
  readonly stated: RegExp
  /** A bare number in the rule is a least amount: 提前3个月书面告知. */
  readonly least?: true
  /** It runs on: a limit after an event is a deadline. */
  readonly deadline?: true
}

const TIME = ['duration'] as const
/** Small words between what is measured and its number. */
const SO = '(?:[了有已经都才刚就快大概差不多满够足好过是到现在一共总累计整连续约]{0,8})'
const AGO = '(?:多|左右)?(?:以|之)?前[^，。#]{0,4}'

function row(id: string, said: string, stated: string, more: Partial<Measure> = {}): Measure {
  return { id, kinds: TIME, said: new RegExp(said, 'iu'), stated: new RegExp(stated, 'iu'), ...more }
}

const DEADLINE = { deadline: true } as const

export const MEASURES: readonly Measure[] = [
  row('age', '#', '#', { kinds: ['age'] }),
  row('early', '(?:提前|提早|早)#[^，。#]{0,4}退|退[^，。#]{0,6}(?:提前|提早|早)#', '最多提前#'),
  row('area', '#', '面积[^，。；]{0,10}#', { kinds: ['area'] }),
  row('weight', '总质量[^，。#]{0,4}#|#的?[^，。#]{0,3}(?:货车|卡车)', '总质量[^，。；]{0,4}#', { kinds: ['count'] }),
  row(
    'remaining',
    `(?:还有|还剩|只剩|剩下?|还差|差|离|距)[^，。#]{0,8}#[^，。#]{0,4}(?:到期|过期|期满|失效|届满)|(?:到期|过期|有效期|期满)[^，。#]{0,4}(?:还有|还剩|只剩|剩下?|差)${SO}#|#(?:之|以)?后(?:就|才|要|会)*(?:到期|过期|期满)|提前#|expires? in #`,
    '(?:期满|届满|到期)(?:之日)?前#(?:以?内)?|(?:届满|期满|到期)#(?:以前|之前|前)|提前#',
    { least: true },
  ),
  row(
    'overdue',
    `(?:过期|超期|逾期|失效|到期)${SO}#|(?:超过|过了)有效期${SO}#|#${AGO}(?:过期|到期|失效)|expired (?:for )?#|expired # ago|# (?:past|overdue|expired)`,
    '(?:过期|超期|逾期|超过有效期)(?:不满|未满)?#|(?:过期|超期|逾期|有效期)(?:不满|未满|超过)#',
  ),
  row(
    'scrapping',
    `(?:离|距|还有|还差|差)[^，。#]{0,8}报废[^，。#]{0,6}#|(?:离|距|还有|还差|差|剩)[^，。#]{0,3}#[^，。#]{0,4}报废|报废[^，。#]{0,4}(?:还有|还差|还剩|剩|差)${SO}#`,
    '报废[^，。；#]{0,4}(?:不足|少于)?#',
  ),
  row(
    'cooling-off',
    `冷静期${SO}(?:过|满|结束|到期|完)${SO}#|冷静期[^，。#]{0,4}过[^，。#]{0,2}#`,
    '冷静期满后#内',
    DEADLINE,
  ),
  row('unpaid-gap', `(?:断了?(?:缴|交|保)|停缴|断档|断了)${SO}#|#[^，。#]{0,3}没[交缴]`, '断保(?:的|满|了)?#'),
  row('since-leaving', `封存${SO}#`, '封存(?:满)?#'),
  row(
    'since-leaving',
    `(?:离职|辞职|离开(?:公司|单位)|被?(?:辞退|裁员?|开除)|解除合同|终止合同|不干|走人)${SO}#|#${AGO}(?:就|被|把)*(?:离职|辞职|辞退|裁|开除|离开)|left [a-z ]{0,12}# ago`,
    '(?:劳动关系终止|终止或者解除劳动关系|离职)(?:之日起|后|之后)#(?:以?内)',
    DEADLINE,
  ),
  row(
    'since-signing',
    `(?:签了?(?:劳动)?合同|入职|首次就业|签约)${SO}#|#${AGO}(?:才|就)*(?:签|入职)`,
    '签(?:订)?(?:劳动)?合同后#(?:以?内)|首次在厦门签劳动合同后#(?:以?内)',
    DEADLINE,
  ),
  row(
    'since-injury',
    `(?:工伤|受伤|事故|出事|摔伤|砸伤|伤着|摔断|压伤|伤了)(?:过去|发生|[了有已经都过到现在快])*#|#${AGO}(?:在[^，。#]{0,4})?(?:受的?伤|出的?事|摔|砸|工伤|伤|出事故)|injured # ago`,
    '(?:事故|诊断|鉴定)[^。；#]{0,24}#内|工伤职工[^。；#]{0,16}#内可以直接申请',
    DEADLINE,
  ),
  row(
    'since-birth',
    `(?:出生|生下?来?|降生|落地|生)(?:了|孩子|下来|后)*${SO}#|(?:孩子|宝宝|娃|小孩|婴儿|儿子|女儿)${SO}#(?:了|大|还)|#${AGO}(?:出生|生的?)|born # ago|(?:child|baby|son|daughter) is #`,
    '(?:出生|分娩)(?:之日起|后)?#(?:以内|内)',
    DEADLINE,
  ),
  row(
    'since-handover',
    `(?:买的?(?:二手)?(?:车|房)?|交车|提车|拿到?车|成交|交付|买来)${SO}#|#${AGO}(?:买|交车|提车|拿的?车)|bought [a-z ]{0,12}# ago`,
    '交付之日起#内',
    DEADLINE,
  ),
  row(
    'since-penalty',
    `(?:处罚|罚款|罚单|被罚|罚了?|行政行为|处罚决定书?)[^，。#]{0,4}${SO}#|#${AGO}(?:被)?(?:罚|处罚|收到(?:罚单|处罚|决定))`,
    '知道(?:或者应当知道)?(?:该|这个|处罚|行政行为)[^。；#]{0,6}之日起#内|不予许可等决定不服的，可以在#内',
    DEADLINE,
  ),
  row(
    'since-award',
    `(?:裁决书?|仲裁结果)${SO}#|(?:收到|拿到)(?:仲裁)?裁决[^，。#]{0,4}#|#${AGO}(?:收到|拿到)[^，。#]{0,4}裁决`,
    '收到[^。；，#]{0,6}裁决书?之日起#内',
    DEADLINE,
  ),
  row(
    'since-reply',
    `(?:书面)?答复(?:书|意见)?[^，。#]{0,4}${SO}#|#${AGO}(?:收到|拿到)[^，。#]{0,6}答复`,
    '收到书面答复之日起#内',
    DEADLINE,
  ),
  row(
    'since-entry',
    `(?:入境|进关)${SO}#|#${AGO}入境|(?:entered china|arrived in china) # ago`,
    '入境之日起#内',
    DEADLINE,
  ),
  row(
    'since-moving-in',
    `(?:入住|住进[^，。#]{0,6}|搬进[^，。#]{0,6}|刚住)${SO}#|#${AGO}(?:入住|住进|搬进)`,
    '入住后#内',
    DEADLINE,
  ),
  row(
    'since-change',
    `(?:变更|改了?名?|换了?(?:股东|法人|法定代表人|单位|工作|地址|经营范围|人)?|搬了?(?:店|家|地址)?|决议|决定)作?${SO}#|#${AGO}(?:就|已经)*(?:换|搬|改|变更|作的?决[定议]|开的?股东会)`,
    '(?:变更决议|变更事项发生|事项发生|变更)[^。；#]{0,10}之日起#内',
    DEADLINE,
  ),
  row('standstill', `(?:停工|停了|中止施工)${SO}#|#${AGO}停工`, '中止施工(?:之日起)?(?:满)?#'),
  row(
    'since-cancelling',
    `(?:被?注销|被?吊销)${SO}#|#${AGO}被?(?:注销|吊销)`,
    '注销(?:未超过|未满|满)#|被吊销(?:满)?#',
  ),
  row('published', `(?:公示|挂在网上|挂网|挂)${SO}#|#${AGO}(?:被)?公示`, '公示(?:满|最短|最长)?#'),
  row('pregnancy', `(?:怀孕|怀了?|孕|胎儿|胎)${SO}#|# pregnant|pregnant (?:for )?#`, '怀孕(?:未满|不满|满)?#'),
  row(
    'since-donating',
    `(?:上次|上回|距|离)[^，。#]{0,6}献血?[^，。#]{0,6}#|献(?:完|过|了)?血${SO}#|#${AGO}(?:才|刚)*献`,
    '献血[^，。；#]{0,4}间隔(?:期)?(?:不少于)?#',
  ),
  row(
    'since-issue',
    `(?:体检|证明|发票|产权证|房产证|不动产权证)[^，。#]{0,6}${SO}#|#${AGO}(?:开|出具?|做|拿|办|领)的?[^，。#]{0,4}(?:体检|证明|发票|产权证|房产证)`,
    '(?:出具之日起|发票日起|发证之日起)#内',
    DEADLINE,
  ),
  row(
    'contribution',
    `(?:(?<!提|上|申请|材料|资料|表)交|缴|缴纳|缴费|缴存|参保|保险费?|社保|养老|医保|公积金|失业险)(?:了?(?:社保|失业(?:保险|险)?|养老(?:保险)?|医保|公积金|保险))?${SO}#|#的?(?:社保|养老保险|医保|公积金|失业保险|失业险|保险)|paid [a-z ]{0,30}#`,
    '(?:缴纳?[^，。；#]{0,6}|缴费|缴存|累计缴|实际缴费|社保)(?:累计|年限|是否|要|已经|还)*(?:满|不足|不满|未满|少于)?#|contributions? [a-z ]{0,20}#',
  ),
  row(
    'residence',
    `(?:来|到)(?:了)?(?:厦门|这边|这里|这儿|大陆|内地)${SO}#|(?:居住|住|待|呆)(?:在(?:厦门|大陆|内地|这里|这边))?${SO}#|在(?:厦门|大陆|内地)${SO}#(?!的?(?:社保|工))|#${AGO}(?:才|就)*(?:来|到)的?(?:厦门|这边|这里|大陆|内地)?|(?:lived?|living|been|stayed|here)[a-z ]{0,16}#`,
    '(?:居住|住)(?:时间)?(?:是否|还|要)?(?:满|不满|未满)?#|(?<!每)(?:居住|住)满#|lived [a-z ]{0,16}#',
  ),
]
