import type { ContainerView } from '@podlint/engine/rule';

const searched = /^\/(?:usr\/)?(?:local\/)?s?bin$/;

/** Whether a volume may hold a program that the image lacks: at its path, or where programs are looked for. */
export function mayBringPrograms({ value }: ContainerView, program: string): boolean {
  const isByPath = program.includes('/');
  if (!isByPath && value.env?.some(({ name }) => name === 'PATH')) return true;
  return (value.volumeMounts ?? []).some(({ mountPath = '' }) => {
    const folder = mountPath.replace(/(?<!\/)\/+$/, '');
    return isByPath ? program === folder || program.startsWith(`${folder}/`) : searched.test(folder);
  });
}
