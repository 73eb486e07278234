import type { Run, TrialResult } from '../run.ts'

/** A run as JUnit XML: one test suite for each suite, the failed checks in words. Quarantined trials are skipped ones. */
export function junit({ trials }: Run): string {
  const suites = [...Map.groupBy(trials, ({ suite }) => suite)].map(([suite, own]) => {
    const failures = own.filter(({ passed, quarantined }) => passed === false && !quarantined).length
    const errors = own.filter(({ passed }) => passed === null).length
    const skipped = own.filter(({ passed, quarantined }) => passed === false && quarantined).length
    return `  <testsuite name="${escape(suite)}" tests="${own.length}" failures="${failures}" errors="${errors}" skipped="${skipped}">\n${own.map((trial) => testCase(trial)).join('\n')}\n  </testsuite>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`
}

function testCase(trial: TrialResult): string {
  const { key, suite, passed, error, quarantined } = trial
  const head = `    <testcase classname="${escape(suite)}" name="${escape(key)}"`
  if (passed === true) return `${head}/>`
  if (passed === null) return `${head}><error message="${escape(error ?? '')}"/></testcase>`
  if (quarantined) return `${head}><skipped message="隔离中"/></testcase>`
  return `${head}><failure message="${escape(failureWords(trial))}">${escape(trial.turns.map(({ said, text }) => `问：${said}\n答：${text}`).join('\n'))}</failure></testcase>`
}

/** The failed checks of a trial in words, as every report shows them. */
export function failureWords({ checks, error }: Pick<TrialResult, 'checks' | 'error'>): string {
  const failed = checks.filter(({ ok, critical }) => !ok && critical)
  return error ?? failed.map(({ name, message }) => `[${name}] ${message}`).join('；')
}

/** Text for XML and HTML, without the control characters that XML forbids. */
export function escape(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- these are what XML 1.0 does not allow
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  )
}
