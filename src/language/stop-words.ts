const STOP_WORDS = new Set(
  (
    '的 了 呢 吗 嘛 吧 啊 呀 哦 喔 哈 么 啦 咯 呗 着 过 地 得 之 其 而 且 与 及 和 或 跟 同 也 都 就 才 还 又 再 很 太 挺 更 ' +
    '我 你 您 他 她 它 我们 你们 您们 他们 咱 咱们 自己 这 那 这个 那个 这些 那些 这里 那里 这样 那样 ' +
    '是 在 有 会 能 要 想 去 到 来 把 被 给 让 对 向 从 于 以 为 由 用 做 请 请问 一下 一个 一些 知道 告诉 问 问一下 想问 ' +
    '可以 应该 需要 办 办理 能办 可办 不 不要 要不 要不要 能不能 会不会 行不行 用不用 需不需要 可不可以 有没有 能否 是否 怎么办 怎么弄 咋办 咋弄 如果 的话 因为 所以 但是 不过 然后 现在 已经 什么 啥 怎么 怎样 怎么样 如何 哪 哪些 哪个 几 多少 是不是 ' +
    '谢谢 你好 您好 麻烦 帮 帮忙 好 好的 嗯 ' +
    'the a an of to in on for and or is are do does i my me you your it what how can could would please be am need want with at this that have has ' +
    'as by from was were been being did done doing may might must shall should will we our us its he his him she her they them their these those there here ' +
    'when where which who whose why if so than then but not no yes had having just also only any some all both each into out about up after before over under ' +
    'again very too because while until during between through per via let say says said tell know think like thanks thank hello get gets got getting one thing things something anything'
  ).split(' '),
)

/** True for a word that says nothing about the matter asked: particles, pronouns, polite words, question words. Expects simplified, lower-case words. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word)
}
