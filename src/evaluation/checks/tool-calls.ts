import { z } from 'zod'
import type { ToolCall } from '../../conversation/index.ts'
import type { ExpectedCalls } from '../suites/shapes.ts'
import type { Check } from '../trial.ts'

/** Tools that leave something behind. The others read, ask or end a turn. */
const WRITING: ReadonlySet<string> = new Set([
  'startApplication',
  'fillApplication',
  'setAsideApplication',
  'matchBenefits',
  'handOver',
])

/** A call with its arguments as text. */
type Call = { readonly tool: string; readonly with: Readonly<Record<string, string>> }

const Problem = z.object({ problem: z.string() })
const Filled = z.object({ accepted: z.array(z.object({ field: z.string(), shown: z.string() })) })

/**
 * The checks of the tools that were called. Writes must be the expected ones and no others, matched one to one whatever
 * their order; an argument that is left out is no match. A call that was turned down wrote nothing. Reads are free, but
 * for those that are listed as evidence. Nothing is checked of a sample that lists no calls.
 */
export function checkCalls(calls: readonly ToolCall[], expected: ExpectedCalls | undefined): Check[] {
  if (expected === undefined) return []
  const wanted = expected.writes.flatMap((one) => splitFields(one))
  const made = writesOf(calls)
  const pairs = matchOneToOne(wanted, made)
  const missing = wanted.filter((_, at) => !pairs.has(at))
  const taken = new Set(pairs.values())
  const surplus = made.filter((_, at) => !taken.has(at))
  const reads = calls.map(({ tool, input }) => ({ tool, with: textsOf(input) }))
  const unread = expected.reads.filter((one) => !reads.some((read) => meets(read, one)))
  const wrong = [
    ...(missing.length === 0 ? [] : [`少了 ${namesOf(missing)}`]),
    ...(surplus.length === 0 ? [] : [`多了 ${namesOf(surplus)}`]),
  ]
  return [
    {
      name: 'tool-writes',
      ok: wrong.length === 0,
      critical: true,
      message: wrong.length === 0 ? '写的都是该写的' : wrong.join('；'),
      ...(surplus.length === 0 ? {} : { contradicts: namesOf(surplus) }),
    },
    {
      name: 'tool-reads',
      ok: unread.length === 0,
      critical: true,
      message: unread.length === 0 ? '该查的都查了' : `没有查 ${namesOf(unread)}`,
    },
  ]
}

/** What calls left behind: each start, and each field with the value it has in the end. */
function writesOf(calls: readonly ToolCall[]): Call[] {
  const writes = calls.flatMap(({ tool, input, result }): Call[] => {
    if (!WRITING.has(tool) || Problem.safeParse(result).success) return []
    const { values: _values, ...own } = input
    const filled = (Filled.safeParse(result).data?.accepted ?? []).map(({ field, shown }) => ({
      tool: 'fillApplication',
      with: { [field]: shown },
    }))
    return tool === 'fillApplication' ? filled : [{ tool, with: textsOf(own) }, ...filled]
  })
  return writes.filter((write, at) => !writes.slice(at + 1).some((later) => replaces(later, write)))
}

/** Whether a later write gives the field of an earlier one its value. */
function replaces(later: Call, earlier: Call): boolean {
  const [field] = Object.keys(earlier.with)
  return later.tool === 'fillApplication' && earlier.tool === later.tool && Object.keys(later.with)[0] === field
}

/** A form that is filled in counts one write for each field. */
function splitFields(call: Call): Call[] {
  return call.tool === 'fillApplication'
    ? Object.entries(call.with).map(([field, value]) => ({ tool: call.tool, with: { [field]: value } }))
    : [call]
}

/** The most pairs of wanted and made calls, by place (augmenting paths); a call that says less may match several. */
function matchOneToOne(wanted: readonly Call[], made: readonly Call[]): ReadonlyMap<number, number> {
  const wantedOf = new Map<number, number>()
  const place = (at: number, seen: Set<number>): boolean =>
    made.some((call, other) => {
      const one = wanted[at]
      if (one === undefined || seen.has(other) || !meets(call, one)) return false
      seen.add(other)
      const holder = wantedOf.get(other)
      if (holder !== undefined && !place(holder, seen)) return false
      wantedOf.set(other, at)
      return true
    })
  wanted.forEach((_, at) => void place(at, new Set()))
  return new Map([...wantedOf].map(([other, at]) => [at, other]))
}

function meets(made: Call, wanted: Call): boolean {
  return made.tool === wanted.tool && Object.entries(wanted.with).every(([name, value]) => made.with[name] === value)
}

function textsOf(input: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

function namesOf(calls: readonly Call[]): string {
  return calls
    .map(({ tool, with: own }) => {
      const given = Object.entries(own).map(([name, value]) => `${name}=${value}`)
      return `${tool}(${given.join(', ')})`
    })
    .join('、')
}
