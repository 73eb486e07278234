/** Line drawings on a 24 × 24 field, as the path of a stroke. */
const PATHS = {
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.6-6.5 8-6.5s8 2.5 8 6.5',
  journey: 'M3 14l18-8-5 14-4-6-9 0zM12 14l4-4',
  family: 'M12 20s-8-4.6-8-10.4A4.4 4.4 0 0 1 12 7a4.4 4.4 0 0 1 8 2.6C20 15.4 12 20 12 20z',
  school: 'M2 9l10-5 10 5-10 5L2 9zM6 11.5V17c3 2.6 9 2.6 12 0v-5.5M22 9v6',
  umbrella: 'M12 3v1M3 13a9 9 0 0 1 18 0H3zM12 13v6a2 2 0 0 0 4 0',
  health: 'M4 4h16v16H4zM12 8v8M8 12h8',
  work: 'M3 8h18v12H3zM8 8V5h8v3M3 13h18',
  house: 'M3 11l9-7 9 7M5 10v10h14V10M10 20v-6h4v6',
  car: 'M3 16v-4l2.5-6h13L21 12v4H3zM3 12h18M6.5 16v2M17.5 16v2',
  shop: 'M4 10v10h16V10M3 10l2-6h14l2 6H3zM9 20v-6h6v6',
  hands: 'M3 13l4-4 4 3 3-2 3 3M21 11l-4-5-4 2-3-2-7 3M7 17l3 3 3-2 4-4',
  paper: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const

export type Icon = keyof typeof PATHS

/** An icon beside words that say the same: hidden from screen readers. */
export function iconOf(name: Icon): string {
  return `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`
}
