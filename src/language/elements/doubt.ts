/** She does not know which of the choices is hers, whatever words of theirs she uses. */
export const DOUBT =
  /不(?:知道|清楚|晓得|确定)[^，,。；;]{0,3}(?:算|是|选|属于|该)|(?:说|搞|弄|分)不(?:清|懂|准|好)|搞不明白|拿不准|(?:还是|或者)[^，,。；;]{1,8}(?:都|也)?(?:说不|搞不|不好说)/u

/** Supposed, heard from others, or told of somebody's advice: nothing she says of herself. */
export const SUPPOSED = /如果|要是|假如|假设|万一|的话|听说|据说|人家说/

/** 贵不贵, 断没断: a question by its form; 现在不在 only sounds like one. */
export const OR_NOT = /(?<![没不现实本后原将])(?!还没还)(?<same>\p{Script=Han})[不没](?:有)?\k<same>/u

/** 许可证能用几年, 收费吗: a question form, whatever it shares with an option. */
export const QUESTION_FORM =
  /(?<same>\p{Script=Han})[不没]\k<same>|[?？吗]|有没有|是不是|要不要|什么(?![都也])|啥(?![都也])|怎么|咋|哪(?!怕|里都)|多[少久长远]|(?<!好)几(?:年|天|个?月|日|次|块|岁|号)[呢啊呀]?[。.]?$/u
