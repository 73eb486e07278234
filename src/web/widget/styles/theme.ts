import { css } from 'lit'

const DARK = css`
  color-scheme: dark;
  --ground: #0f1a20;
  --surface: #17252d;
  --ink: #e7eff2;
  --quiet: #a9bbc5;
  --line: #2d414c;
  --strong-line: #7890a0;
  --sea: #82c9e4;
  --sea-deep: #a5daee;
  --on-sea: #06222e;
  --sea-soft: #1b3643;
  --good: #86d6ac;
  --good-soft: #173327;
  --warn: #f0c877;
  --warn-soft: #362a12;
  --bad: #ffa79d;
  --bad-soft: #3d1d1a;
`

/**
 * Colours, sizes and the ground rules of every control. Each text colour has at least 4.5:1 on its ground, in both schemes.
 * They stand on the frame, not the host: what a page says of all its elements, the host included, ends there.
 */
export const THEME = css`
  :host {
    display: block;
    height: 100%;
    min-height: 420px;
  }
  :host([hidden]),
  :is(.frame, .news)[hidden] {
    display: none !important;
  }
  .frame,
  .launcher {
    all: initial;
    box-sizing: border-box;
    direction: ltr;
    unicode-bidi: isolate;
    font:
      16px/1.65 system-ui,
      -apple-system,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif;
    color: var(--ink);
    color-scheme: light;
    --ground: #f3f7f9;
    --surface: #ffffff;
    --ink: #13262f;
    --quiet: #4b5f6b;
    --line: #d3dee4;
    --strong-line: #7d919c;
    --sea: #0a5a78;
    --sea-deep: #07445c;
    --on-sea: #ffffff;
    --sea-soft: #e4f1f6;
    --good: #17633f;
    --good-soft: #e3f4ea;
    --warn: #6d4600;
    --warn-soft: #fdf2da;
    --bad: #a1261b;
    --bad-soft: #fdeae8;
    --radius: 10px;
  }
  :host([large]) :is(.frame, .launcher) {
    font-size: 20px;
  }
  :host([theme='dark']) :is(.frame, .launcher) {
    ${DARK}
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) :is(.frame, .launcher) {
      ${DARK}
    }
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  ul,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  a {
    color: var(--sea);
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 3px solid var(--sea);
    outline-offset: 2px;
    border-radius: 4px;
  }
  button {
    min-height: 2.6em;
    padding: 0.3em 0.9em;
    border: 1px solid var(--strong-line);
    border-radius: 8px;
    background: var(--surface);
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    border-color: var(--sea);
    color: var(--sea);
  }
  button.primary {
    border-color: var(--sea);
    background: var(--sea);
    color: var(--on-sea);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled) {
    background: var(--sea-deep);
    color: var(--on-sea);
  }
  button:disabled {
    cursor: default;
    opacity: 0.55;
  }
  button.link {
    min-height: 1.9em;
    padding: 0 0.35em;
    border: 0;
    background: none;
    color: var(--sea);
    font-size: 0.875em;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .icon {
    flex: none;
    width: 1.4em;
    height: 1.4em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.turned {
    transform: rotate(180deg);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'],
    button.primary {
      border-width: 3px;
    }
    .message.user .words,
    .cite,
    .failure {
      border: 1px solid CanvasText;
    }
    .dots {
      forced-color-adjust: none;
      background: CanvasText;
    }
    progress {
      border: 1px solid CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    /* What appears late does not move. */
    *:not(.slow) {
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`
