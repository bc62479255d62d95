import { compareInstants } from "../core/index.ts";
import { compareTexts } from "../core/inner.ts";
import type { ComplaintCase, ImprovementIdea } from "./types.ts";

/**
 * The ideas for better products and services that came up in complaints (改进建议), in order of time, then complaint.
 *
 * @param complaints - any complaints
 * @returns the ideas, with where they come from
 * @see 商业银行个人客户经理工作流程 p. 62: 应收集有利于改进本行产品或提高服务的信息
 * @example
 * improvementIdeas([]) // => []
 * @since 0.1.0
 */
export function improvementIdeas(complaints: readonly ComplaintCase[]): readonly ImprovementIdea[] {
  return complaints
    .flatMap(({ id: complaint, outlet, category, history }) =>
      history.flatMap((entry) =>
        entry.type === "suggest-improvement"
          ? [{ complaint, outlet, category, at: entry.at, by: entry.by, idea: entry.idea }]
          : [],
      ),
    )
    .sort((a, b) => compareInstants(a.at, b.at) || compareTexts(a.complaint, b.complaint));
}
