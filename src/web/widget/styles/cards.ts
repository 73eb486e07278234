import { css } from 'lit'

/** Cards: their frame, findings, review, receipt and progress. */
export const CARDS = css`
  .card {
    padding: 0.9em 1em 1em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .card > * + * {
    margin-top: 0.7em;
  }
  .card header {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    justify-content: space-between;
  }
  .card h3 {
    scroll-margin: 1.5em;
    font-size: 1em;
    line-height: 1.45;
  }
  .card h4 {
    font-size: 0.9375em;
  }
  .card ul {
    padding-left: 1.3em;
  }
  .card small {
    display: block;
    color: var(--quiet);
    font-size: 0.8125em;
  }
  .chip {
    flex: none;
    color: var(--quiet);
    font-size: 0.8125em;
  }
  progress {
    display: block;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--line);
    appearance: none;
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--sea);
  }
  progress::-moz-progress-bar {
    background: var(--sea);
  }
  .remark {
    color: var(--quiet);
    font-size: 0.9375em;
  }
  .wrong {
    padding: 0.25em 0.6em;
    border-left: 3px solid var(--bad);
    background: var(--bad-soft);
    color: var(--bad);
    font-size: 0.9375em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    align-items: center;
  }
  .card .more {
    margin-top: 0.4em;
  }
  .papers {
    font-size: 0.9375em;
  }
  .papers summary {
    min-height: 1.9em;
    color: var(--quiet);
    cursor: pointer;
  }
  .papers > ul {
    display: grid;
    gap: 0.6em;
    margin: 0.5em 0;
    padding: 0;
    list-style: none;
  }
  .papers > ul > li {
    padding: 0.6em 0.8em;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .card .files {
    padding: 0;
    list-style: none;
  }
  .files li {
    margin-top: 0.35em;
    padding-left: 0.7em;
    border-left: 3px solid var(--line);
    overflow-wrap: anywhere;
  }
  .chip.uploaded,
  .chip.certificate {
    color: var(--good);
  }
  .chip.missing {
    color: var(--bad);
  }
  .pick {
    min-height: 2.4em;
    margin-top: 0.4em;
    padding: 0.15em 0.9em;
    border-color: var(--sea);
    color: var(--sea-deep);
    font-size: 0.9375em;
  }
  .supplement form {
    display: grid;
    gap: 1em;
  }
  .steps strong {
    margin-right: 0.6em;
  }
  .findings {
    display: grid;
    gap: 0.4em;
    padding: 0 !important;
    list-style: none;
  }
  .findings > li {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    padding: 0.35em 0.6em;
    border-left: 4px solid var(--sea);
    background: var(--sea-soft);
    font-size: 0.9375em;
  }
  .findings details {
    flex: 1;
  }
  .findings details > * + * {
    margin-top: 0.5em;
  }
  .findings details ul {
    padding: 0;
    list-style: none;
  }
  .findings summary {
    cursor: pointer;
  }
  .findings .verdict {
    flex: none;
    font-weight: 600;
  }
  .findings .no,
  .findings .not-yet {
    border-color: var(--bad);
    background: var(--bad-soft);
  }
  .findings .in-person {
    border-color: var(--warn);
    background: var(--warn-soft);
  }
  .review {
    border: 2px solid var(--sea);
  }
  .review .detail {
    flex-basis: 100%;
  }
  .agree {
    display: grid;
    gap: 0.7em;
    padding-top: 0.7em;
    border-top: 1px solid var(--line);
  }
  .declaration {
    font-size: 0.9375em;
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
  .sending {
    display: flex;
    gap: 0.6em;
    align-items: center;
    font-variant-numeric: tabular-nums;
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
