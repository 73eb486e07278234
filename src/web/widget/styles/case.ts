import { css } from 'lit'

/** The receipt of a case, and the line of what happened to it. */
export const CASE = css`
  .steps strong {
    margin-right: 0.6em;
  }
  .receipt {
    border-color: var(--good);
    border-top: 5px solid var(--good);
  }
  .receipt h3 {
    color: var(--good);
    font-size: 1.125em;
  }
  .numbers > div + div {
    margin-top: 0.5em;
  }
  .numbers dt {
    color: var(--quiet);
    font-size: 0.875em;
  }
  .numbers dd {
    font-size: 1.25em;
    font-weight: 600;
    letter-spacing: 0.04em;
    line-height: 1.35;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .numbers .day {
    letter-spacing: 0;
    user-select: text;
  }
  .scan {
    display: flex;
    gap: 0.9em;
    align-items: center;
  }
  .qr {
    flex: none;
    width: 7.5em;
    height: 7.5em;
    border-radius: 6px;
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
  }
  .steps {
    padding-left: 1.3em;
  }
  .card .steps.line {
    padding-left: 0;
    list-style: none;
  }
  .steps.line li {
    position: relative;
    padding: 0 0 0.7em 1.6em;
  }
  .steps.line li::before {
    content: '';
    position: absolute;
    top: 0.5em;
    left: 0.2em;
    width: 0.65em;
    height: 0.65em;
    border: 2px solid var(--sea);
    border-radius: 50%;
    background: var(--surface);
  }
  .steps.line li:last-child::before {
    background: var(--sea);
  }
  .steps.line li:not(:last-child)::after {
    content: '';
    position: absolute;
    top: 1.3em;
    bottom: -0.4em;
    left: 0.6em;
    border-left: 2px solid var(--line);
  }
  .steps.line time {
    display: block;
  }
  .steps time {
    margin-right: 0.7em;
    color: var(--quiet);
    font-size: 0.875em;
  }
`
