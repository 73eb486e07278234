/** What turns a term down when it stands before it: 不需要户口簿, 不会用短信, 不能预约. */
const NOT =
  '(?<![是要能会需用可])(?:不(?:再|会|会再|应|应当)?(?:需要?|用|必|能|可以?|得|会|是|在|予|要|支持|受理|办理|接受|提供)|无[需须法]|毋[须需]|用不着|禁止|严禁|请勿|免(?:交|提交|提供|带|于|予))'
const LINK =
  '(?:再|另外?|额外|单独|亲自|先|提前)?(?:提供|提交|携带|带|交|出示|使用|通过|经过?|用|由|去|到|回|在|从|凭|以|向|拿|走|是|办理?|缴纳?|进行|申请)?(?:您|本人|其|该|这个?)?的?'
/** What may stand between a term and the words that turn it down. */
const ON =
  '(?:上面?|里面?|内|处|那里|这边|都|也|均|还|就|则|一律|全部|全天|目前|现在?|今后|以后|暂时?|已经?|是|并|原件|的话)*'
const DOES =
  '(?:在[^，。；]{0,4})?(?:办|受理|申请|查|用|领|缴|交|预约|做|开|出具|打印|下载|代|接|收|签|改|$)\\p{Script=Han}?[了的]?(?=$|[^\\p{Script=Han}]|这|该|此|本|任何|上述|相关|有关)'
const NOT_AFTER = [
  `不(?:能|可以?|得|予|会|再)(?:再)?${DOES}`,
  `无法${DOES}`,
  '不(?:再|对外)*(?:办公|办理|受理|上班|接受|支持|开放|开门|营业|接待|提供服务|开展)',
  '(?:不(?:需要?|用|必|要)|无[需须]|毋[须需]|用不着)(?:再|另外?|单独)?(?:带|交|缴|提供|提交|携带|出示|去|跑|来|到场|办理?)?了?$',
  '(?:不[行了]|办不[了成]|用不[了着]|没有?必要|休息|放假|关门|停办|停用|停止|暂停|关闭|取消)(?!后|前|预约)',
  '(?:不是|并非|非)必[须要需备]',
].join('|')

/** In the words before a term, and in those behind it. */
const DENIES_NEXT = new RegExp(`${NOT}${LINK}$`, 'u')
const DENIES_LAST = new RegExp(`^${ON}(?:${NOT_AFTER})`, 'u')

/** A case is supposed, not stated: 不能预约的, 如果不能预约. A double negation states the plain thing. */
const SUPPOSED = /(?:的|时|者|的话|情况下?|情形)$|^(?:如果?|若|倘|凡|要是|除)/u
const TWICE =
  /(?:不是|并非|并不是)(?:不|无[需须])|不[能得可]不|(?:不|没|未|无|缺).{1,12}(?:不能|不可|不行|不得|不予|不了|不给)/u
const ASKS = /是否|能否|可否|[吗么呢]$/u

/** Whether a clause in written form turns down what one of the names stands for: 周六上午不办公, 不用去派出所. */
export function deniesTerm(text: string, names: readonly string[]): boolean {
  if (SUPPOSED.test(text) || TWICE.test(text) || ASKS.test(text)) return false
  return names.some((name) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (DENIES_NEXT.test(text.slice(0, at)) || DENIES_LAST.test(text.slice(at + name.length))) return true
    }
    return false
  })
}

/** Whether a term itself says no (不用回老家), so that a no beside it turns nothing down. */
export function saysNo(term: string): boolean {
  return /[不无未没免勿非]|禁止|停|取消|休息/u.test(term)
}
