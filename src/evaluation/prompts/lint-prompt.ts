import type { Prompt } from '../../content/index.ts'

/** Labels by which staff say how far a version has come. */
const LABELS: readonly string[] = ['草稿', '测试', '线上']
/** Characters a prompt may have: more crowds out the passages in a small model's window. */
export const MOST_CHARACTERS = 8000

/**
 * What is risky about a prompt and can be seen without a model, in words for staff: its size, its label, a version
 * without a word on what it changed, and variables whose words could be read as an instruction because nothing marks where they begin and end.
 */
export function lintPrompt({
  body,
  label,
  variables,
  version,
  changelog = [],
}: Pick<Prompt, 'body' | 'label' | 'variables' | 'version' | 'changelog'>): string[] {
  const open = Object.keys(variables).filter((name) => !isDelimited(body, name))
  return [
    ...(body.length > MOST_CHARACTERS ? [`太长：${body.length} 字，最多 ${MOST_CHARACTERS} 字。`] : []),
    ...(label !== undefined && LABELS.includes(label)
      ? []
      : [`标签“${label ?? ''}”不认识：写 ${LABELS.join('、')} 之一。`]),
    ...(changelog.some((entry) => entry.version === version)
      ? []
      : [`changelog 里没有第 ${version} 版：写一句这一版改了什么。`]),
    ...open.map(
      (name) => `变量 {{${name}}} 前后没有界线：写成 <${name}>{{${name}}}</${name}>，里面的话才不会被当成指令。`,
    ),
  ]
}

/** Every place of the variable stands between an opening and a closing tag of one name. */
function isDelimited(body: string, name: string): boolean {
  const places = body.split(`{{${name}}}`).length - 1
  const marked = [...body.matchAll(new RegExp(`<([\\p{L}\\w-]+)>\\s*\\{\\{${name}\\}\\}\\s*</\\1>`, 'gu'))].length
  return places === marked
}
