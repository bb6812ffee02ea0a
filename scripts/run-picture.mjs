// docs/images/run.svg: what the built command prints for a Deployment with three mistakes. A part of `npm run pictures`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const command = path.join(root, 'packages/cli/bundle/podlint.cjs');
const picture = path.join(root, 'docs/images/run.svg');

const manifest = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      securityContext: { runAsNonRoot: true }
      volumes:
        - name: tmp
          emptyDir: {}
      containers:
        - name: web
          image: registry.example.com/web:2.3
          imagePulPolicy: Always
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            - name: cache
              mountPath: /cache
          resources:
            requests: { cpu: 100m, memory: 2Gi }
            limits: { memory: 1Gi }
          securityContext: { allowPrivilegeEscalation: false }
`;

const columns = 100;
/** A code of a terminal (`\x1b[1m`), or text. */
const escape = String.fromCharCode(27);
const styleOrText = new RegExp(`${escape}\\[([\\d;]*)m|([^${escape}]+)`, 'g');
const size = { glyph: 7.83, line: 19, margin: 20 };
/** Of the eight colours of a terminal those that a report has, on a dark ground. */
const colours = {
  31: '#ff6b68',
  32: '#56d364',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#55c2cf',
  90: '#8b949e',
};

writeFileSync(picture, svgOf([`${escape}[1m$ podlint check deploy${escape}[0m`, '', ...linesOf(manifest)]));

function linesOf(text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'podlint-picture-'));
  try {
    mkdirSync(path.join(folder, 'deploy'));
    writeFileSync(path.join(folder, 'deploy/web.yaml'), text);
    // A terminal of that width, by util-linux.
    const run = `stty cols ${columns}; ${process.execPath} ${command} check deploy --color`;
    const { stdout } = spawnSync('script', ['-qec', run, '/dev/null'], { cwd: folder, encoding: 'utf8' });
    return stdout.replaceAll('\r', '').trimEnd().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function svgOf(lines) {
  const width = Math.ceil(columns * size.glyph + 2 * size.margin);
  const height = lines.length * size.line + 2 * size.margin;
  const texts = lines.map((line, index) => textOf(line, size.margin + (index + 0.7) * size.line));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>podlint check: a run</title><rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    `<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="13" fill="#e6edf3">`,
    ...texts.filter((text) => text !== ''),
    '</g></svg>\n',
  ].join('\n');
}

/** A line with the codes of a terminal: one span for each run of one style, as wide as a terminal has it. */
function textOf(line, y) {
  const spans = [];
  let [style, column] = [{}, 0];
  for (const [, code, text] of line.matchAll(styleOrText)) {
    if (code !== undefined) style = styled(style, code);
    else {
      spans.push(spanOf(text, style, column));
      column += [...text].length;
    }
  }
  return spans.length === 0 ? '' : `<text y="${y.toFixed(1)}">${spans.join('')}</text>`;
}

function styled(style, codes) {
  return codes.split(';').reduce((before, code) => {
    if (code === '' || code === '0') return {};
    if (code === '1') return { ...before, bold: true };
    if (code === '2') return { ...before, fill: colours[90] };
    if (code === '22') return {};
    return code === '39' ? { ...before, fill: undefined } : { ...before, fill: colours[code] ?? before.fill };
  }, style);
}

function spanOf(text, { bold, fill }, column) {
  const x = (size.margin + column * size.glyph).toFixed(1);
  const width = ([...text].length * size.glyph).toFixed(1);
  const look = `${fill ? ` fill="${fill}"` : ''}${bold ? ' font-weight="bold"' : ''}`;
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(' ', '\u00a0');
  return `<tspan x="${x}" textLength="${width}" lengthAdjust="spacingAndGlyphs"${look}>${escaped}</tspan>`;
}
