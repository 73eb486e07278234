import { ELEMENT_WORDS } from '../elements/labelled.ts'
import { foldCharacters } from '../script.ts'
import { elementOf, type FieldToRead } from './field.ts'
import { ownerOfLabel, withoutOwner } from './owner.ts'

/** What a field is called, prepared once per sentence. */
export type Named = {
  readonly field: FieldToRead
  readonly index: number
  readonly labels: readonly string[]
  /** The label without the element's own words: 房东 of 房东手机号, 出生 of 出生日期. */
  readonly stems: readonly string[]
  readonly owner: number | undefined
}

const GENERIC = /号码|号|日期|时间|信息|情况|是否|金额|数额|填写|请|您的|你的|的/g
const STARTS = /起|始|开始|入住|签订/
const ENDS = /止|结束|到期|终|截|有效期|至$/

/** Prepares a field's names. */
export function nameField(field: FieldToRead, index: number): Named {
  const labels = [field.label, ...field.labels]
    .map((label) => foldCharacters(label).toLowerCase())
    .filter((label) => label !== '')
  const element = elementOf(field)
  const words = element === undefined ? [] : ELEMENT_WORDS[element]
  const stems = labels.flatMap((label) => {
    const stem = words.reduce((rest, word) => rest.replace(word, ''), label).replaceAll(GENERIC, '')
    // 孩子叫…，2026年10月1日出生: whose it is was said before.
    return [stem, withoutOwner(stem)].filter((words) => words.length >= 2)
  })
  const ends =
    element !== 'date'
      ? []
      : ENDS.test(field.label)
        ? ['到', '至', '截止', '到期', '结束']
        : STARTS.test(field.label)
          ? ['从', '自', '开始', '起']
          : []
  return { field, index, labels, stems: [...new Set([...stems, ...ends])], owner: ownerOfLabel(field.label) }
}
