import type { Resident } from '../residents.ts'

/** What the sign-in page needs to know. `action`: where the form goes; `face`: a face check is asked for. */
type SignInPage = {
  readonly action: string
  readonly cancel: string
  readonly face: boolean
  readonly residents: readonly Resident[]
}

const STYLE = `
  body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 34rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
  h1 { font-size: 1.3rem } fieldset { border: 1px solid #767676; border-radius: .5rem; margin: 1rem 0; padding: .5rem 1rem 1rem }
  label { display: block; padding: .35rem 0 } button { font: inherit; padding: .6rem 1.4rem; border-radius: .5rem; border: 0; background: #0b57a4; color: #fff }
  .note { background: #fff6d6; padding: .5rem .8rem; border-radius: .5rem } a { color: #0b57a4; margin-left: 1rem }`

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)?.toString() ?? ''};`)

/** The sandbox city's sign-in page: openly a demonstration, with its synthetic residents to choose from. Works without script. */
export function signInPage({ action, cancel, face, residents }: SignInPage): string {
  const people = residents
    .map(
      ({ idNumber, name, birthDate }, at) =>
        `<label><input type="radio" name="resident" value="${escape(idNumber)}"${at === 0 ? ' checked' : ''}> ${escape(name)}（${escape(birthDate)}出生）</label>`,
    )
    .join('')
  const ways = face
    ? '<label><input type="radio" name="way" value="face" checked> 人脸核验（演示：视为通过）</label>'
    : `<label><input type="radio" name="way" value="sms" checked> 短信验证码（演示：视为正确）</label>
       <label><input type="radio" name="way" value="face"> 人脸核验（演示：视为通过）</label>`
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>沙盒城市统一身份认证</title><style>${STYLE}</style></head><body><main>
<h1>沙盒城市 · 统一身份认证</h1>
<p class="note">这是演示用的身份认证：人物都是虚构的，不是真实的政务登录。</p>
${face ? '<p>您要做的操作比较敏感，需要人脸核验。</p>' : ''}
<form method="post" action="${escape(action)}">
<fieldset><legend>以谁的身份登录</legend>${people}</fieldset>
<fieldset><legend>怎么核验</legend>${ways}</fieldset>
<button type="submit">登录</button><a href="${escape(cancel)}">不登录，返回</a>
</form></main></body></html>`
}
