import { type Prompt, referencesIn } from '../../content/index.ts'
import type { Check } from '../trial.ts'

/** Labels by which staff say how far a version has come. */
const LABELS: readonly string[] = ['草稿', '测试', '线上']
/** Characters a prompt may have: more crowds out the passages in a small model's window. */
export const MOST_CHARACTERS = 8000

type Written = Pick<Prompt, 'body' | 'label' | 'variables' | 'version' | 'changelog'>

/**
 * What is risky about a prompt and can be seen without a model, each as a check: its size, its label, a version without a
 * word on what it changed, variables that are not declared or not used, and variables whose words could be read as an
 * instruction because nothing marks where they begin and end.
 */
export function checkPrompt({ body, label, variables, version, changelog = [] }: Written): Check[] {
  const declared = Object.keys(variables)
  const used = new Set(referencesIn(body).map(({ id }) => id))
  const stray = [
    ...[...used].filter((name) => !declared.includes(name)).map((name) => `{{${name}}} 没有在 variables 里说明。`),
    ...declared.filter((name) => !used.has(name)).map((name) => `variables 里的 ${name} 没有用到。`),
  ]
  const open = declared
    .filter((name) => !isDelimited(body, name))
    .map((name) => `变量 {{${name}}} 前后没有界线：写成 <${name}>{{${name}}}</${name}>，里面的话才不会被当成指令。`)
  return [
    check(
      'size',
      body.length > MOST_CHARACTERS ? [`太长：${body.length} 字，最多 ${MOST_CHARACTERS} 字。`] : [],
      `${body.length} 字，最多 ${MOST_CHARACTERS} 字`,
    ),
    check(
      'label',
      label !== undefined && LABELS.includes(label)
        ? []
        : [`标签“${label ?? ''}”不认识：写 ${LABELS.join('、')} 之一。`],
      `标签是“${label ?? ''}”`,
    ),
    check(
      'changelog',
      changelog.some((entry) => entry.version === version)
        ? []
        : [`changelog 里没有第 ${version} 版：写一句这一版改了什么。`],
      `changelog 说了第 ${version} 版改了什么`,
    ),
    check('placeholders', stray, '变量都有说明，也都用到了'),
    check('delimiters', open, '变量前后都有界线'),
  ]
}

/** The risks of a prompt in words for staff; empty when there is none. */
export function lintPrompt(prompt: Written): string[] {
  return checkPrompt(prompt).flatMap(({ ok, message }) => (ok ? [] : message.split('\n')))
}

function check(name: string, risks: readonly string[], well: string): Check {
  const ok = risks.length === 0
  return { name, ok, critical: true, message: ok ? well : risks.join('\n') }
}

/** Every place of the variable stands between an opening and a closing tag of one name. */
function isDelimited(body: string, name: string): boolean {
  const places = body.split(`{{${name}}}`).length - 1
  const marked = [...body.matchAll(new RegExp(`<([\\p{L}\\w-]+)>\\s*\\{\\{${name}\\}\\}\\s*</\\1>`, 'gu'))].length
  return places === marked
}
