import type { Problem, RouteResponse } from '@hemicycle/contracts';
import { ApiProblem } from '@/lib/ApiProblem';

/** Against an upload that hangs for ever on a line that is gone. Milliseconds without the answer. */
const TIMEOUT = 120_000;

/**
 * Sends an image to a document's store, telling how far it is (0 to 1). By XMLHttpRequest: fetch does not tell.
 * @throws ApiProblem; AbortError when it was called off
 */
export function uploadFile(
  documentId: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<RouteResponse<'POST /documents/{documentId}/images'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/documents/${encodeURIComponent(documentId)}/images`);
    request.responseType = 'json';
    request.timeout = TIMEOUT;
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201)
        return resolve(request.response as RouteResponse<'POST /documents/{documentId}/images'>);
      const problem = (request.response ?? {}) as Partial<Problem>;
      reject(new ApiProblem(problem.code ?? 'internal', request.status, problem));
    };
    request.onerror = () => reject(new ApiProblem('offline', 0));
    request.ontimeout = () => reject(new ApiProblem('timeout', 0));
    request.onabort = () => reject(new DOMException('called off', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
