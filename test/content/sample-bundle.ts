/** What the rules of the benefit below may ask. */
export const PROFILE = `fields:
  - { id: birthDate, element: date, label: 出生日期, ask: 请问您的出生日期？, source: population }
  - { id: hasKite, element: yes-no, label: 是否有风筝, ask: 您有风筝吗？ }
`

/** A benefit without a mistake, over the guide of sample-files.ts. */
export const BENEFIT = `id: kite-allowance
title: 风筝津贴
titleEn: Kite allowance
guide: kite-permit
service: kite-permit
rules:
  - { id: old-enough, when: age(birthDate) >= 16, reason: "年满{{min-age}}。", cite: kite-permit#who }
  - { id: kite, when: hasKite, reason: 有风筝。, cite: kite-permit#who }
amount:
  - { when: hasKite, fee: first-issue }
review: 有疑问的拨打12345。
`

/** A bundle without a mistake: a form that is filed, and the same matter told of. */
export const BUNDLE = `id: kite-day
title: 放风筝一件事
titleEn: A day with kites
aliases: [放风筝]
guide: kite-permit
questions:
  - { id: citizenId, element: citizen-id, label: 身份证号码, ask: 请告诉我您的身份证号码。 }
  - { id: wantsClub, element: yes-no, label: 入会, ask: 要入会吗？ }
steps:
  - { id: permit, title: 办证, service: kite-permit, situation: first-issue }
  - { id: club, title: 入会, guide: kite-permit, after: [permit], when: wantsClub, note: "满{{min-age}}的人可以入会。" }
shared:
  - { id: citizenId, fields: [kite-permit.citizenId] }
`
