# Completion of pipeline for bash. In ~/.bashrc: source <(pipeline completion bash)
_pipeline() {
    # The command may be called by a path; what it suggests for is always 'pipeline …'.
    local line="pipeline${COMP_LINE#"$1"}" word=$2 candidate
    local point=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
    COMPREPLY=()
    while IFS= read -r candidate; do
        # Options only where one was begun: else a file is wanted.
        [[ $candidate == "$word"* && ($word == -* || $candidate != -*) ]] && COMPREPLY+=("$candidate")
    done < <("$1" "[suggest:$point]" "$line" 2>/dev/null)
}
complete -o default -F _pipeline pipeline
