import { expect, test } from 'vitest'
import { importItems } from '../../../src/content/import/index.ts'
import { HEADINGS, KITE } from './kite-item.ts'
import { workbook } from './spreadsheets.ts'

test('ten thousand rows are read', () => {
  const rows = Array.from({ length: 10_000 }, (_, row) =>
    row % 4 === 0
      ? KITE.with(1, `3502-${row}`).with(0, `风筝${row}号证`)
      : KITE.map((_, at) => (at === 7 ? `材料${row}` : '')),
  )
  const bytes = workbook([HEADINGS, ...rows])
  const { drafts } = importItems('清单.xlsx', bytes, { folder: 'drafts', today: '2026-11-23' })
  expect(drafts).toHaveLength(2500)
})
