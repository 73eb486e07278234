import { describe, expect, test } from 'vitest'
import { serviceSummary, serviceView } from '../../src/services/index.ts'
import { ServiceSummary, ServiceView } from '../../src/wire.ts'
import { SAMPLE } from './sample-service.ts'

describe('the public catalogue', () => {
  test('shows a form as the wire promises, the situation first', () => {
    expect(ServiceSummary.strict().parse(serviceSummary(SAMPLE))).toMatchObject({ id: 'sample-pass' })
    const view = ServiceView.strict().parse(serviceView(SAMPLE))
    expect(view.fields[0]).toMatchObject({ id: 'situation', options: [{ label: '首次申领' }, { label: '丢失补领' }] })
    expect(view.fields).toHaveLength(SAMPLE.fields.length + 1)
  })
})
