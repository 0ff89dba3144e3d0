#compdef pipeline
# Completion of pipeline for zsh. In ~/.zshrc, after compinit: source <(pipeline completion zsh)
_pipeline() {
    local line="pipeline ${(j: :)words[2,CURRENT]}"
    local -a candidates
    candidates=(${(f)"$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)"})
    # Options only where one was begun: else a file is wanted.
    [[ ${words[CURRENT]} == -* ]] || candidates=(${candidates:#-*})
    (( $#candidates )) && compadd -a candidates || _files
}
if [[ $funcstack[1] == _pipeline ]]; then _pipeline "$@"; else compdef _pipeline pipeline; fi
