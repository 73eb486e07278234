import type { StaffContent } from '../../content/index.ts'

/** A part of what staff write for the engines, and whether a change of it shows with the embedded engine. */
export type PromptPart = { readonly part: string; readonly offline: boolean }

/**
 * The fixed texts are said by code, whatever the engine. The instructions are read by a language model alone: the embedded
 * engine does not look at them, so a change of any of their sections cannot be measured offline.
 */
export function promptParts({ prompts }: Pick<StaffContent, 'prompts'>): PromptPart[] {
  return [
    { part: 'prompts/messages.yaml', offline: true },
    ...[...prompts.values()].flatMap(({ name, body }) =>
      headingsOf(body).map((heading) => ({ part: `prompts/${name}.md ${heading}`, offline: false })),
    ),
  ]
}

function headingsOf(body: string): string[] {
  const headings = [...body.matchAll(/^#+ .+$/gm)].map(([heading]) => heading)
  return body.startsWith('#') ? headings : ['（开头）', ...headings]
}
