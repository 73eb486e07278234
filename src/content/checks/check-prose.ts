import { lineOfOffset } from '../reading/guide-body.ts'
import type { Problem } from './problem.ts'
import { bareNumbers } from './prose-numbers.ts'
import { referencesIn } from './references.ts'
import type { Reference } from './references.ts'
import { nearestWord } from './nearest-word.ts'

/** A text staff wrote for citizens, with the line it starts on. */
export type Prose = { readonly text: string; readonly line: number }

/** What prose is checked against. */
export type ProseRules = {
  readonly file: string
  readonly references: ReadonlyMap<string, Reference>
  /** Articles that may be named, as written: 第九条. */
  readonly articles: ReadonlySet<string>
}

/** Mistakes of one text: references that lead nowhere, numbers that should be references, HTML, links off the government's sites. */
export function checkProse(prose: Prose, rules: ProseRules): Problem[] {
  return [...referenceProblems(prose, rules), ...numberProblems(prose, rules), ...markupProblems(prose, rules)]
}

function referenceProblems({ text, line }: Prose, { file, references }: ProseRules): Problem[] {
  return referencesIn(text).flatMap(({ id, start }): Problem[] => {
    const at = { file, line: lineOfOffset(text, start, line) }
    const reference = references.get(id)
    if (reference === undefined) {
      const meant = nearestWord(id, [...references.keys()])
      const fix = meant === undefined ? `add a fact or fee with id "${id}", or correct the id` : `write {{${meant}}}`
      return [{ ...at, problem: `{{${id}}} refers to no number of the guide`, fix }]
    }
    if (reference.mark !== 'unverified') return []
    return [
      {
        ...at,
        problem: `{{${id}}} is unverified and may not be shown`,
        fix: 'write 以窗口公布为准 and drop the number',
      },
    ]
  })
}

function numberProblems({ text, line }: Prose, { file, articles }: ProseRules): Problem[] {
  return bareNumbers(text).flatMap((number): Problem[] => {
    const at = { file, line: lineOfOffset(text, number.start, line) }
    switch (number.kind) {
      case 'article':
        if ([...articles].some((article) => number.text.includes(article))) return []
        return [
          {
            ...at,
            problem: `"${number.text}" is not among the checked articles of the guide`,
            fix: 'add it to legalBasis with mark law, or drop the article',
          },
        ]
      case 'phone':
        return [
          {
            ...at,
            problem: `"${number.text}" looks like a phone number`,
            fix: 'refer to 12345 or another national short number',
          },
        ]
      case 'number':
        return [
          {
            ...at,
            problem: `the number "${number.text}" stands bare in the text`,
            fix: 'put it under facts or fees and write {{its-id}} here',
          },
        ]
    }
  })
}

function markupProblems({ text, line }: Prose, { file }: ProseRules): Problem[] {
  const problems: Problem[] = []
  const html = /<\/?[a-z!][^>]*>/i.exec(text)
  if (html !== null && !html[0].startsWith('<http')) {
    problems.push({
      file,
      line: lineOfOffset(text, html.index, line),
      problem: 'HTML is not allowed here',
      fix: 'write plain text',
    })
  }
  for (const link of text.matchAll(/https?:\/\/([^/\s)>]+)/g)) {
    if (/(^|\.)gov\.cn$/.test(link[1] ?? '')) continue
    const at = { file, line: lineOfOffset(text, link.index, line) }
    problems.push({
      ...at,
      problem: `the link to ${link[1]} leaves the government's sites`,
      fix: 'link only to addresses ending in .gov.cn',
    })
  }
  return problems
}
