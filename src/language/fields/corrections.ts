/** A stretch of text. */
export type Span = { readonly start: number; readonly end: number }

const RETRACTED: readonly RegExp[] = [
  /([^，,。；;！!？?\n\s]{1,40})[，,。\s]{0,2}(?:[哦啊呃哎诶][，,\s]{0,2})?(?:(?:不对|[写说打填讲输选]?错了?)[，,。\s]{0,2}){1,3}(?:(?:应该|其实)?是|改[成为]|换成)/dg,
  /(?:并)?不是([^，,。；;！!？?\n]{1,40}?)[，,\s]{0,2}(?:而是|应该是|(?<!就)是)(?!不是)/dg,
  /(?:从|由|把|将)([^，,。；;！!？?\n]{1,40}?)(?:改|换|更正|变更|修改)(?:成|为|到)/dg,
  /(?:原来|之前|刚才|以前|前面|上面)(?:我)?(?:填|写|说|给)?(?:的)?(?:那个)?(?:是)?([^，,。；;！!？?\n]{1,40}?)(?:写错|填错|说错|错了|不对|是错的|作废)/dg,
]
const CORRECTING =
  /[写填说打弄搞算看记报讲选输抄]错|错了|不对|有误|更正|纠正|改成|改为|改用|换成|换一?个|换了|更换|变更|修改|改一?下|应该是|应为|其实是|不是.{1,30}是|(?:^|[，,])(?:我|那|算了)?还是|\b(?:wrong|mistake|change|correct|should be|instead|actually|sorry|i mean|i meant)\b/i

/** Stretches whose values are taken back by the sentence itself: 不是X是Y, 把X改成Y, 刚才的X写错了. */
export function retractedSpans(folded: string): Span[] {
  return RETRACTED.flatMap((pattern) =>
    Array.from(folded.matchAll(pattern), (match) => match.indices?.[1]).flatMap((pair) =>
      pair === undefined ? [] : [{ start: pair[0], end: pair[1] }],
    ),
  )
}

/** Whether the words around a value say that it replaces another: in its own sentence, at most 40 characters before or 12 after. */
export function corrects(folded: string, { start, end }: Span): boolean {
  const before =
    folded
      .slice(Math.max(0, start - 40), start)
      .split(/[。；;！!？?\n]/)
      .at(-1) ?? ''
  const after = folded.slice(end, end + 12).split(/[，,。；;！!？?\n]/)[0] ?? ''
  return CORRECTING.test(before) || /才对|才是对的/.test(after)
}

/** Whether two stretches share a character. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
