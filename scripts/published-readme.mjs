// A README as a registry shows it: links and pictures lead to the files of the release's tag.
import path from 'node:path';
import { project } from '../packages/model/dist/index.js';

const link = /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)/g;
const isElsewhere = (target) => /^(?:[a-z]+:|#)/.test(target);

/** @param folder that the README stands in, from the root of the repository */
export function publishedReadme(text, folder = '') {
  return text.replace(link, (whole, mark, label, target) => {
    if (isElsewhere(target)) return whole;
    const file = path.posix.join(folder, target);
    const inner = publishedReadme(label, folder);
    return `${mark}[${inner}](${mark === '!' ? project.file(file) : project.page(file)})`;
  });
}
