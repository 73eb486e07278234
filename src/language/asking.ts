/** 贵不贵, 断没断, 查封没查封, 算在算不在: a question by its form; 现在不在 only sounds like one. */
const OR_NOT = /(?<![没不现实本后原将])(?!还没还)(?<same>\p{Script=Han}{1,2})[算是会能要]?[不没](?:有)?\k<same>/u
/** 要付吗, 去么; 什么, 这么 end no question by themselves. */
const PARTICLE = /(?:吗|嘛|(?<![什怎这那多要])么)[。.\s]*$|[?？]/u
/** 办了没有, 收到没: a negation after what is asked. */
const ENDS_WITH_NOT = /(?<=[了过好到完])(?:没有|没)[。.\s]*$/u
const WHETHER = /是否|有没有|是不是|要不要|能不能|会不会|可不可以/u
const ASKING_WORD =
  /(?<!没有?)(?:什么|啥)(?![都也])|怎么|咋|如何|哪(?!怕|里都|个都|样都)|多[少久长远]|(?<![好过了有])几(?:年|天|个?月|日|次|块|岁|号)[呢啊呀]?[。.\s]*$/u

/** Whether the words are a question whether: A or not A. */
export function asksWhether(words: string): boolean {
  return OR_NOT.test(words) || WHETHER.test(words)
}

/**
 * Whether a clause asks: by its particle or mark (要付吗), by its form (贵不贵, 办了没), by a word (什么, 几天). What it shares with an
 * answer is then asked, and not told. Expects folded characters.
 */
export function asks(words: string): boolean {
  return PARTICLE.test(words) || ASKING_WORD.test(words) || ENDS_WITH_NOT.test(words) || asksWhether(words)
}

/** 渔船要交什么, 哪里可以办: the asking word opens or closes the sentence; 怎么分要公证 tells what is wanted. */
const ASKS_AT_EDGE = new RegExp(`^.{0,2}(?:${ASKING_WORD.source})|(?:${ASKING_WORD.source}).{0,3}$`, 'u')
/** 哪有贷款, 怎么会: said, and not asked. */
const RHETORICAL = /哪(?:里|儿)?(?:来的?|有|会|敢)|怎么(?:会|可能|敢)/u

/** 可不可以让我儿子来填: whether something may be. */
const MAY_I = /^(?:我|那|这个|请问)*(?:可不可以|能不能|可以不可以|行不行)/u

/** Whether an answer is one question, and tells nothing beside it: 申请公租房要交申请费吗. */
export function isOneQuestion(words: string): boolean {
  const isOne = !/[，,。；;！!]/u.test(words.replace(/[。.\s]+$/u, ''))
  return isOne && (MAY_I.test(words) || PARTICLE.test(words) || (ASKS_AT_EDGE.test(words) && !RHETORICAL.test(words)))
}

/** Whether a clause asks if the one before it is so, or counts: 是真的吗, 这种算不算, 这算国家工作人员吗. */
export function asksIfItIsSo(words: string): boolean {
  return (
    /算[^，,。；;]{0,10}[吗么?？]|算不算/u.test(words) ||
    /(?:^|[，,。；;\s])(?:这)?(?:是真的|真的|对|是|是这样)(?:吗|么|[?？])/u.test(words)
  )
}
