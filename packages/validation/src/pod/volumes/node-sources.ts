import { parseQuantity } from '@podlint/model';
import { descendingPathProblem, hasBackstep } from './paths.js';
import { requireFields } from './required.js';
import type { SourceCheck } from './types.js';

const hostPathTypes = ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'];
const pullPolicies = ['Always', 'IfNotPresent', 'Never'];

export const validateEmptyDir: SourceCheck<'emptyDir'> = ({ sizeLimit }, path, { context }) => {
  if (sizeLimit === undefined || parseQuantity(sizeLimit)?.sign !== -1) return;
  context.report.forbidden(
    path.child('sizeLimit'),
    `The limit "${sizeLimit}" is below zero, so nothing could ever be stored. Set a size such as "1Gi", or leave it out for no limit.`,
  );
};

export const validateHostPath: SourceCheck<'hostPath'> = (hostPath, path, { context }) => {
  requireFields(hostPath, { path: 'the file or directory of the node' }, path, context);
  if (!hostPath.path) return;
  if (hasBackstep(hostPath.path))
    context.report.invalid(
      path.child('path'),
      `"${hostPath.path}" climbs up with "..", which may lead anywhere on the node. Write the path out in full.`,
    );
  if (hostPath.type && !hostPathTypes.includes(hostPath.type))
    context.report.notSupported(path.child('type'), hostPath.type, hostPathTypes);
};

export const validateGitRepo: SourceCheck<'gitRepo'> = (gitRepo, path, { context }) => {
  requireFields(gitRepo, { repository: 'the URL to clone' }, path, context);
  const problem = gitRepo.directory && descendingPathProblem(gitRepo.directory);
  if (problem) context.report.invalid(path.child('directory'), problem);
};

/** A template may leave the reference to whoever fills it in; a Pod has to name it (validateImageVolumeSource). */
export const validateImage: SourceCheck<'image'> = (image, path, { context, owner }) => {
  if (owner === 'Pod') requireFields(image, { reference: 'the image or artifact to mount' }, path, context);
  if (image.pullPolicy && !pullPolicies.includes(image.pullPolicy))
    context.report.notSupported(path.child('pullPolicy'), image.pullPolicy, pullPolicies);
};
