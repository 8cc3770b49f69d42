import { getPlainTranslator } from '@hemicycle/i18n/plain';
import { boundHeader } from './boundHeader';
import type { MailContent, MailItem } from './MailMessage';

/** Our light colours (packages/ui/src/styles/tokens.css): mail programs know no variables. */
const COLOUR = {
  ground: '#f4f4f0',
  surface: '#ffffff',
  line: '#e3e2da',
  ink: '#191c26',
  ink2: '#4c5160',
  ink3: '#686d7b',
  primary: '#2a45c2',
  onPrimary: '#ffffff',
  soft: '#e8ecfb',
} as const;
const FONT = "font-family:Inter,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

/** Plain text and HTML of the same words. No picture, no font and nothing else is fetched when it is read. */
export function renderMail(content: MailContent): { subject: string; text: string; html: string } {
  return { subject: boundHeader(content.subject), text: renderText(content), html: renderHtml(content) };
}

function renderText({ heading, paragraphs, items = [], action, code, footer }: MailContent): string {
  const blocks = [
    heading,
    ...paragraphs,
    ...(code === undefined ? [] : [`    ${code}`]),
    ...items.map(({ title, text, url }) => [`- ${title}`, text, url].filter(Boolean).join('\n  ')),
    ...(action === undefined ? [] : [`${action.label}\n${action.url}`]),
    // Mail programs know this line as the beginning of a signature.
    `-- \n${footer.join('\n')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function renderHtml(content: MailContent): string {
  const { locale, heading, paragraphs, items = [], action, code, footer } = content;
  const product = getPlainTranslator(locale, 'common')('product');
  const body = [
    `<h1 style="${FONT};font-size:22px;line-height:30px;font-weight:650;color:${COLOUR.ink};margin:0 0 16px">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((text) => paragraph(text, COLOUR.ink, 16)),
    ...(code === undefined ? [] : [renderCode(code)]),
    ...items.map(renderItem),
    ...(action === undefined ? [] : [renderAction(action)]),
  ].join('\n');
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${escapeHtml(content.subject)}</title>
</head>
<body style="margin:0;padding:0;background:${COLOUR.ground}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${COLOUR.ground}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="${FONT};font-size:18px;font-weight:700;color:${COLOUR.primary};padding:0 8px 12px">${escapeHtml(product)}</td></tr>
<tr><td style="background:${COLOUR.surface};border:1px solid ${COLOUR.line};border-radius:14px;padding:28px 28px 16px">
${body}
</td></tr>
<tr><td style="padding:16px 8px 0">
${footer.map((text) => paragraph(text, COLOUR.ink3, 13)).join('\n')}
</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function paragraph(text: string, colour: string, size: number): string {
  const style = `${FONT};font-size:${size}px;line-height:${Math.round(size * 1.5)}px;color:${colour};margin:0 0 12px`;
  return `<p style="${style}">${escapeHtml(text)}</p>`;
}

function renderCode(code: string): string {
  const style = `${FONT};font-size:32px;line-height:44px;letter-spacing:6px;font-weight:700;color:${COLOUR.ink};background:${COLOUR.soft};border-radius:10px;padding:10px 18px;margin:8px 0 20px;text-align:center`;
  return `<p style="${style}">${escapeHtml(code)}</p>`;
}

function renderItem({ title, text, url }: MailItem): string {
  const name = escapeHtml(title);
  const head =
    url === null ? name : `<a href="${escapeHtml(url)}" style="color:${COLOUR.primary}">${name}</a>`;
  const more =
    text === null ? '' : `<br><span style="color:${COLOUR.ink2};font-weight:400">${escapeHtml(text)}</span>`;
  const style = `${FONT};font-size:15px;line-height:22px;font-weight:600;color:${COLOUR.ink};border-top:1px solid ${COLOUR.line};margin:0;padding:12px 0`;
  return `<p style="${style}">${head}${more}</p>`;
}

/** The button, and its address in full: a button that cannot be clicked must still lead there. */
function renderAction({ label, url }: { label: string; url: string }): string {
  const address = escapeHtml(url);
  const button = `${FONT};display:inline-block;font-size:16px;line-height:24px;font-weight:600;color:${COLOUR.onPrimary};background:${COLOUR.primary};border-radius:10px;padding:12px 22px;text-decoration:none`;
  return `<p style="margin:20px 0 16px"><a href="${address}" style="${button}">${escapeHtml(label)}</a></p>
<p style="${FONT};font-size:13px;line-height:20px;color:${COLOUR.ink3};margin:0 0 12px;word-break:break-all">${address}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
