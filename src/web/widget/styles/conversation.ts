import { css } from 'lit'

/** Messages, prose, citations and quick replies. */
export const CONVERSATION = css`
  .message {
    content-visibility: auto;
    contain-intrinsic-size: auto 9em;
  }
  .message:last-of-type {
    content-visibility: visible;
  }
  .message + .message,
  .welcome + .message {
    margin-top: 1.1em;
  }
  .message.user {
    display: flex;
    justify-content: flex-end;
  }
  .message.user .words {
    max-width: 85%;
    padding: 0.45em 0.85em;
    border-radius: 14px 14px 3px 14px;
    background: var(--sea);
    color: var(--on-sea);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .message.user .long {
    display: grid;
    justify-items: end;
    max-width: 85%;
  }
  .message.user .long .words {
    max-width: 100%;
  }
  .words.folded {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 6;
    /* Else the line after the last shows in the padding. */
    overflow: clip;
    overflow-clip-margin: content-box;
  }
  .message.assistant > * + * {
    margin-top: 0.55em;
  }
  .byline {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 0.5em;
    align-items: center;
    color: var(--quiet);
    font-size: 0.8125em;
  }
  .byline strong {
    color: var(--ink);
  }
  .badge {
    padding: 0 0.5em;
    border: 1px solid var(--strong-line);
    border-radius: 4px;
    line-height: 1.6;
  }
  .badge.partial {
    border-color: var(--warn);
    color: var(--warn);
  }
  .prose {
    overflow-x: auto;
    overflow-wrap: anywhere;
  }
  .prose > * + * {
    margin-top: 0.5em;
  }
  .prose ul,
  .prose ol {
    padding-left: 1.4em;
  }
  .prose li + li {
    margin-top: 0.15em;
  }
  .prose table {
    border-collapse: collapse;
    font-size: 0.9375em;
  }
  .prose th,
  .prose td {
    padding: 0.3em 0.6em;
    border: 1px solid var(--line);
    text-align: left;
  }
  .prose pre {
    white-space: pre-wrap;
  }
  .prose blockquote {
    margin-inline: 0;
    padding-left: 0.8em;
    border-left: 3px solid var(--line);
    color: var(--quiet);
  }
  .cite {
    margin: 0 0.15em;
    padding: 0 0.35em;
    border-radius: 0.8em;
    background: var(--sea-soft);
    color: var(--sea-deep);
    font-size: 0.75em;
    font-weight: 600;
    line-height: 1.75;
    text-align: center;
    text-decoration: none;
    vertical-align: 0.15em;
  }
  .cite:hover {
    text-decoration: underline;
  }
  .sources {
    display: flex;
    gap: 0.7em;
    padding: 0.4em 0.7em;
    border-left: 3px solid var(--sea);
    background: var(--surface);
    font-size: 0.875em;
  }
  .sources-title {
    flex: none;
    color: var(--quiet);
  }
  .sources ol {
    padding-left: 1.3em;
  }
  .replies {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .welcome .replies {
    margin-top: 0.9em;
  }
  .replies-title {
    flex-basis: 100%;
    color: var(--quiet);
    font-size: 0.8125em;
  }
  .replies button {
    border-color: var(--sea);
    border-radius: 1.4em;
    color: var(--sea-deep);
    font-size: 0.9375em;
    text-align: left;
  }
  .replies.choices button {
    border-width: 2px;
    font-weight: 600;
  }
  .replies button:hover:not(:disabled) {
    background: var(--sea-soft);
  }
  .answer-foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
    align-items: center;
    color: var(--quiet);
    font-size: 0.875em;
  }
  .answer-foot button {
    border-color: transparent;
    background: transparent;
    color: var(--quiet);
    font-size: 1em;
  }
  .answer-foot button:hover,
  .answer-foot button[aria-pressed='true'] {
    background: var(--sea-soft);
    color: var(--sea-deep);
  }
  .answer-foot .icon {
    vertical-align: -0.25em;
  }
  .slow {
    animation: appear 0.3s 8s both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .working {
    display: flex;
    gap: 0.6em;
    align-items: center;
    color: var(--quiet);
  }
  .dots {
    width: 0.6em;
    height: 0.6em;
    border-radius: 50%;
    background: var(--sea);
    animation: breathe 1.2s ease-in-out infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.25;
    }
  }
`
