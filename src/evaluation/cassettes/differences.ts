import type { CanonicalRequest } from './canonical-request.ts'

/** Characters shown before and after the place where two texts part. */
const BEFORE = 12
const AFTER = 40
/** Most places that are told. */
const MOST = 4

/** Where a request differs from a recorded one, place by place, in words for staff. */
export function differences(recorded: CanonicalRequest, asked: CanonicalRequest): string[] {
  const [old, now] = [leavesOf(recorded), leavesOf(asked)]
  const places = [...new Set([...old.keys(), ...now.keys()])].filter((place) => old.get(place) !== now.get(place))
  const told = places.slice(0, MOST).map((place) => tell(place, old.get(place), now.get(place)))
  return places.length > MOST ? [...told, `另有 ${places.length - MOST} 处不同`] : told
}

/** The part of all places that two requests share, 0..1, for finding the nearest. */
export function likeness(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number {
  const shared = [...a].filter(([place, text]) => b.get(place) === text).length
  return shared / (a.size + b.size - shared)
}

/** Every place of a request with its text: `messages.2.content.0.text`. */
export function leavesOf(value: unknown, place = ''): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[place, String(value)]])
  return new Map(
    Object.entries(value).flatMap(([key, item]) => [...leavesOf(item, place === '' ? key : `${place}.${key}`)]),
  )
}

const NAMES: Readonly<Record<string, string>> = { model: '模型', instructions: '提示词改过', tools: '工具改过' }

function tell(place: string, old: string | undefined, now: string | undefined): string {
  const name = NAMES[place]
  if (name !== undefined && place !== 'model') return name
  const at = Array.from({ length: now?.length ?? 0 }, (_, index) => index).findIndex(
    (index) => old?.[index] !== now?.[index],
  )
  const from = Math.max(0, (at === -1 ? Math.min(old?.length ?? 0, now?.length ?? 0) : at) - BEFORE)
  const show = (text: string | undefined): string =>
    text === undefined ? '没有' : `“${text.slice(from, from + BEFORE + AFTER)}”`
  return `${name ?? place}：录音里是${show(old)}，现在是${show(now)}`
}
