// Sixty things that a document could be made to fetch, run or read, each as the words that would do it, and a listener that
// tells whether any of them did. Written into a document as markup they must reach nothing; written into a field of the
// record they are words.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

const owned = `document.body.append('OWNED')`;

/** `base` is the address of the listener. What may stand in the head of a document comes first. */
export function hostileReferences(base: string): readonly string[] {
  const inStyle = (rules: string) => `<style>${rules}</style>`;
  const run = (script: string) => `<script>${script}</script>`;
  return [
    `<base href="${base}/base/">`,
    `<meta http-equiv="refresh" content="0;url=${base}/refresh">`,
    ...['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'modulepreload', 'icon', 'manifest'].map(
      (relation) => `<link rel="${relation}" href="${base}/${relation}">`,
    ),
    `<link rel="preload" as="image" href="${base}/preload">`,
    `<link rel="stylesheet" href="${base}/sheet.css">`,
    inStyle(`@import "${base}/import.css";`),
    inStyle(`@font-face { font-family: F; src: url(${base}/font) } body { font-family: F }`),
    inStyle(`body { background: url(${base}/background) }`),
    inStyle(`main { background: image-set("${base}/image-set" 1x) }`),
    inStyle(`li { list-style-image: url(file:///etc/passwd) }`),
    inStyle(`h1 { border-image: url(${base}/border) 1 }`),
    inStyle(`p { cursor: url(${base}/cursor), auto }`),
    inStyle(`p { mask-image: url(${base}/mask) }`),
    inStyle(`p { filter: url(${base}/filter#f) }`),
    inStyle(`@page { background: url(${base}/page) }`),
    inStyle(`@namespace "${base}/namespace"; @layer a { @import url(${base}/layer); }`),
    `"; } body { background: url(${base}/broken-out) } a { --b: "`,
    `<script src="${base}/script.js"></script>`,
    run(`document.title = 'OWNED'`),
    run(`${owned}; fetch('${base}/fetch')`),
    run(`navigator.sendBeacon('${base}/beacon')`),
    run(`new WebSocket('${base.replace('http', 'ws')}/socket')`),
    run(`new Worker('${base}/worker.js')`),
    run(`location = '${base}/location'`),
    `<script type="module">import '${base}/module.js'</script>`,
    `<body onload="document.body.textContent = 'OWNED'">`,
    `<body background="${base}/body">`,
    `<img alt="" src="${base}/image">`,
    `<img alt="" src="x" onerror="${owned}">`,
    `<img alt="" srcset="${base}/set 2x">`,
    `<img alt="" src="file:///etc/passwd">`,
    `<picture><source srcset="${base}/source"><img alt=""></picture>`,
    `<svg aria-hidden="true"><image href="${base}/svg"/></svg>`,
    `<svg aria-hidden="true"><use href="${base}/use#a"/></svg>`,
    `<svg aria-hidden="true"><script>${owned}</script></svg>`,
    `<svg aria-hidden="true"><filter id="f"><feImage href="${base}/filtered"/></filter></svg>`,
    `<iframe src="${base}/frame"></iframe>`,
    `<iframe src="file:///etc/passwd"></iframe>`,
    `<iframe srcdoc="<script>parent.${owned}</script><img src='${base}/inner'>"></iframe>`,
    `<iframe src="data:text/html,<script>top.location='${base}/top'</script><img src='${base}/data'>"></iframe>`,
    `<iframe src="javascript:'OWNED'"></iframe>`,
    `<object data="${base}/object"></object>`,
    `<embed src="${base}/embed">`,
    `<video style="visibility: hidden" src="${base}/video" autoplay></video>`,
    `<video style="visibility: hidden" poster="${base}/poster"><track src="${base}/track"></video>`,
    `<audio style="visibility: hidden" src="${base}/audio" autoplay></audio>`,
    `<input type="image" aria-hidden="true" src="${base}/input">`,
    `<form action="${base}/form"></form>`,
    `<table background="${base}/table"><tr><td>cell</td></tr></table>`,
    `<ul style="list-style-image: url(${base}/mark)"><li>item</li></ul>`,
    `<p style="background: url(${base}/style)">words</p>`,
    `<a href="${base}/link" ping="${base}/ping">a link</a>`,
    `<details ontoggle="${owned}" open><summary>more</summary></details>`,
    `<math><mi xlink:href="${base}/math">x</mi></math>`,
  ];
}

export interface Listener {
  /** http://127.0.0.1:PORT */
  readonly base: string;
  /** How many connected. */
  readonly hits: () => number;
  /** Connects once, to show that the listener counts. */
  readonly knock: () => Promise<void>;
  readonly close: () => void;
}

export async function openListener(): Promise<Listener> {
  let hits = 0;
  const server = createServer((socket) => {
    hits += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    hits: () => hits,
    knock: async () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      await once(socket, 'close');
    },
    close: () => server.close(),
  };
}
