import { expect, test } from '@jest/globals';
import { namedFiles } from './namedFiles';

test('RT-95 a page names its scripts and styles, and what its data names', () => {
  const html =
    '<link href="/_next/static/chunks/0cj.css"><script src="/_next/static/chunks/a-1_b.js" nonce="x"></script>' +
    '<script>self.__next_f.push([1,"5:I[1,[\\"/_next/static/chunks/c~2.js\\",\\"/_next/static/chunks/a-1_b.js\\"]]"])</script>';
  expect(namedFiles(html, '/offline')).toEqual([
    '/_next/static/chunks/0cj.css',
    '/_next/static/chunks/a-1_b.js',
    '/_next/static/chunks/c~2.js',
  ]);
});

test('RT-95 a script names what it fetches later, a style its fonts; nothing of another origin or the API', () => {
  expect(
    namedFiles('Promise.all(["static/chunks/x.js"].map(l));fetch("/api/v1/me")', '/_next/static/chunks/y.js'),
  ).toEqual(['/_next/static/chunks/x.js']);
  const css =
    'src:url(../media/inter.0g.woff2);background:url("data:image/svg+xml,x");c:url(https://evil.example/a.woff2)';
  expect(namedFiles(css, '/_next/static/chunks/y.css')).toEqual(['/_next/static/media/inter.0g.woff2']);
});
