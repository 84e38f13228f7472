const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const address = /\bhttps?:\/\/[^\s<>"']+/g;

/**
 * A plain-text letter as simple HTML: paragraphs, line breaks, links; readable by screen readers and phones. Only
 * addresses below `home`, which we put there ourselves, become links: a stranger may have typed any other.
 */
export function letterHtml(subject: string, body: string, home: string): string {
  const paragraphs = body
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(paragraph, home).replaceAll('\n', '<br>\n')}</p>`);
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:16px;background:#ffffff;color:#1b1f23;font:16px/1.5 Arial,sans-serif">
<main style="max-width:600px">
${paragraphs.join('\n')}
</main>
</body>
</html>
`;
}

function linked(text: string, home: string): string {
  let html = '';
  let end = 0;
  for (const found of text.matchAll(address)) {
    // A full stop or bracket after an address ends the sentence, not the address.
    const url = found[0].replace(/[.,;:!?)\]]+$/, '');
    html += escaped(text.slice(end, found.index));
    const isOurs = url === home || url.startsWith(`${home}/`);
    html += isOurs
      ? `<a href="${escaped(url)}" style="color:#12594a">${escaped(url)}</a>`
      : escaped(url);
    end = found.index + url.length;
  }
  return html + escaped(text.slice(end));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}
