/** @typedef {import('./catchMail.mjs').CaughtMail} CaughtMail */

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { margin: 0 auto; max-width: 60rem; padding: 1rem }
  table { width: 100%; border-collapse: collapse }
  td, th { text-align: start; padding: .5rem; border-bottom: 1px solid color-mix(in srgb, currentcolor 20%, transparent) }
  iframe { width: 100%; height: 40rem; border: 1px solid color-mix(in srgb, currentcolor 20%, transparent); background: #fff }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
`;

/** @param {string} title @param {string} body */
const page = (title, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>
`;

/** @param {readonly CaughtMail[]} mails */
export function listPage(mails) {
  const rows = mails.map(
    ({ id, at, to, subject }) =>
      `<tr><td><a href="/mail/${id}">${escapeHtml(subject || '(no subject)')}</a></td><td>${escapeHtml(to.join(', '))}</td><td>${at.toISOString()}</td></tr>`,
  );
  const list =
    rows.length === 0
      ? '<p>Nothing was sent yet. What this workspace sends by mail ends up here and goes nowhere else.</p>'
      : `<table><thead><tr><th>Subject</th><th>To</th><th>When</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page('Mail of this workspace', `<h1>Mail of this workspace</h1>${list}`);
}

/** The HTML in a frame that may run nothing; its links open beside it. @param {CaughtMail} mail */
export function messagePage({ to, subject, text, html, at }) {
  const framed = html.replace('<head>', '<head><base target="_blank">');
  return page(
    subject,
    `<p><a href="/">All mail</a></p><h1>${escapeHtml(subject)}</h1><p>To ${escapeHtml(to.join(', '))}, ${at.toISOString()}</p>
<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(framed)}"></iframe>
<h2>As plain text</h2><pre>${escapeHtml(text)}</pre>`,
  );
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
