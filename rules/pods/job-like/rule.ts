import { defineRule } from '@podlint/engine/rule';
import { lonePod } from '../../kit/lone-pods.js';

export default defineRule({
  id: 'pods/job-like',
  level: 'info',
  summary: 'A bare Pod that runs to its end, which is what a Job is for',
  brief: 'should be a Job',
  messages: {
    jobLike:
      'The Pod "{name}" runs to its end (restartPolicy: {policy}) without a Job. Nothing starts it again when its node fails, and no record stays once it is deleted. Use a Job, which does both and counts the attempts.',
  },
  object(object, report) {
    const pod = lonePod(object);
    const policy = pod?.spec.restartPolicy;
    if (!pod || (policy !== 'OnFailure' && policy !== 'Never')) return;
    report({ at: pod.at.restartPolicy, message: 'jobLike', data: { name: object.name, policy } });
  },
});
