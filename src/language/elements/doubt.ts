/** She does not know which of the choices is hers, whatever words of theirs she uses. */
export const DOUBT =
  /不(?:知道|清楚|晓得|确定)[^，,。；;]{0,3}(?:算|是|选|属于|该)|(?:说|搞|弄|分)不(?:清|懂|准|好)|搞不明白|拿不准|(?:还是|或者)[^，,。；;]{1,8}(?:都|也)?(?:说不|搞不|不好说)/u

/** Supposed, heard from others, or told of somebody's advice: nothing she says of herself. */
export const SUPPOSED = /如果|要是|假如|假设|万一|的话|听说|据说|人家说|以为/
