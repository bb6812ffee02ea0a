import type { ContainerView } from '@podlint/engine/rule';
import type { ReportField } from './messages.js';

const consequences = {
  postStart: 'The kubelet takes that for a failure, and kills the container each time it has started.',
  preStop: 'The container is stopped as if there were no hook.',
} as const;

/**
 * The server takes it, and the kubelet has nothing to run it with (handlerRunner.Run,
 * pkg/kubelet/lifecycle/handlers.go).
 */
export function reportTcpHooks({ value, at }: ContainerView, report: ReportField): void {
  for (const hook of ['postStart', 'preStop'] as const) {
    if (!value.lifecycle?.[hook]?.tcpSocket) continue;
    report({
      at: at.lifecycle[hook].tcpSocket,
      message: 'tcpHook',
      level: hook === 'postStart' ? 'error' : 'warn',
      data: { hook, consequence: consequences[hook] },
    });
  }
}
