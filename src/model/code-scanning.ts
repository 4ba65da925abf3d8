type Text = string | null | undefined
type Count = number | null | undefined

/** Where, and in which configuration, an alert was seen. Fields by the API's own names; old servers lack some. */
export interface AlertInstance {
  ref?: Text
  category?: Text
  state?: Text
  commit_sha?: Text
  message?: { text?: Text } | null
  location?: { path?: Text; start_line?: Count; start_column?: Count } | null
}

/**
 * An alert as the API has it, with all its fields under their own names; only those that we use are named here. Written
 * by hand, because Octokit's type for the list of alerts is stale. The `Alert` of ours is another thing: see alert.ts.
 */
export interface CodeScanningAlert {
  number: number
  state?: Text
  created_at?: Text
  fixed_at?: Text
  html_url?: Text
  dismissed_by?: { login?: Text } | null
  dismissed_at?: Text
  dismissed_reason?: Text
  dismissed_comment?: Text
  rule?: {
    id?: Text
    severity?: Text
    security_severity_level?: Text
    description?: Text
    full_description?: Text
    help?: Text
    help_uri?: Text
  } | null
  tool?: { name?: Text; version?: Text } | null
  most_recent_instance?: AlertInstance | null
  /** Only in the lists of organisations and enterprises. */
  repository?: { full_name?: Text } | null
}

/** Who has many repositories, whose alerts GitHub lists together; `name` is the one in its address. */
export interface AlertOwner {
  kind: 'org' | 'enterprise'
  name: string
}

/** An analysis as the API has it: what was stored of one run. `error` and `warning` are empty when there is none. */
export interface CodeScanningAnalysis {
  id: number
  ref?: Text
  commit_sha?: Text
  category?: Text
  created_at?: Text
  results_count?: Count
  rules_count?: Count
  error?: Text
  warning?: Text
  url?: Text
  sarif_id?: Text
  tool?: { name?: Text; version?: Text } | null
  /** Only the newest one of a ref, tool and category is. */
  deletable?: boolean | null
}

/** The query of the list of alerts, by the API's own names. Without `state` GitHub lists every state, whatever its text says. */
export interface AlertFilters {
  state?: string
  severity?: string
  tool_name?: string
  tool_guid?: string
  ref?: string
  pr?: number
  sort?: string
  direction?: string
  assignees?: string
}

/** The query of the list of analyses, by the API's own names. */
export interface AnalysisFilters {
  tool_name?: string
  tool_guid?: string
  ref?: string
  pr?: number
  sarif_id?: string
  direction?: string
}
