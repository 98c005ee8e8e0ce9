/** The look of our cards in Anki: a reading column, calm colours, the same by night and on a phone. */
export const cardStyle = `.card {
  --text: #1f2328; --dim: #6a737d; --line: #d8dee4; --page: #ffffff; --soft: #f3f4f6;
  --accent: #0b62c4; --right: #dafbe1; --wrong: #ffe3e0;
  margin: 0 auto; padding: 1.2em 1em 3em; max-width: 34em;
  color: var(--text); background: var(--page);
  font-family: -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif;
  font-size: 20px; line-height: 1.5; text-align: left; overflow-wrap: break-word;
}
.card.nightMode, .nightMode .card, .card.night_mode, .night_mode .card {
  --text: #e6e6e6; --dim: #9aa4ae; --line: #444c56; --page: #1e2024; --soft: #2b2f36;
  --accent: #7cb8ff; --right: #1f4b2c; --wrong: #5c2523;
}
.topic { margin-bottom: 1em; color: var(--dim); font-size: 0.75em; }
.note { margin-top: 1.2em; padding-left: 0.8em; border-left: 3px solid var(--line); font-size: 0.9em; }
.source { margin-top: 1.6em; color: var(--dim); font-size: 0.7em; line-height: 1.4; }
.source div + div { margin-top: 0.3em; }
.source q { font-style: italic; }
hr#answer { height: 0; margin: 1.2em 0; border: 0; border-top: 1px solid var(--line); }
.cloze { color: var(--accent); font-weight: 600; }
.items ol { margin: 0.6em 0; padding-left: 1.6em; }
.items li { margin: 0.3em 0; }
.items li:has(.cloze) ~ li { visibility: hidden; }
a { color: var(--accent); }
p { margin: 0.6em 0; }
ul, ol { padding-left: 1.4em; }
img { display: block; max-width: 100%; max-height: 60vh; height: auto; margin: 0.6em auto; }
code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--soft); font-size: 0.85em; }
pre { padding: 0.7em 0.9em; border-radius: 6px; background: var(--soft); overflow-x: auto; line-height: 1.35; }
pre code { padding: 0; background: none; white-space: pre; }
table { margin: 0.6em 0; border-collapse: collapse; }
th, td { padding: 0.25em 0.7em; border: 1px solid var(--line); text-align: left; }
blockquote { margin: 0.6em 0; padding-left: 0.8em; border-left: 3px solid var(--line); color: var(--dim); }
input#typeans { box-sizing: border-box; width: 100%; padding: 0.4em; font: inherit; }
code#typeans { display: block; padding: 0.5em; background: var(--soft); font-size: 1em; }
.typeGood { background: var(--right); }
.typeBad, .typeMissed { background: var(--wrong); }
@media (max-width: 480px) {
  .card { padding: 0.8em 0.7em 3em; font-size: 18px; }
}
`;
