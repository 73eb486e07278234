/** Numbers that differ from run to run and mean nothing: receipts, tickets, codes, ids. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/\bc_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '‹对话›'],
  [/[A-Z]{2}\d{8}-[A-Z0-9]{8,9}/g, '‹编号›'],
  [/(?<=查询码[：:是为 ]*)[A-Z0-9-]{4,12}/g, '‹查询码›'],
  [/(?<=(?:确认|確認)提交[ :：,，]?)\d{6}/g, '‹确认码›'],
]

/** The text with what is different in every run replaced by its name. */
export function steady(text: string): string {
  return VOLATILE.reduce((rest, [pattern, mark]) => rest.replaceAll(pattern, mark), text)
}
