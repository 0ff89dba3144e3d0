# Completion of pipeline for fish. In ~/.config/fish/config.fish: pipeline completion fish | source
function __pipeline_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l line (string join ' ' -- pipeline $words[2..-1] "$word")
    set -l candidates ($words[1] "[suggest:"(string length -- $line)"]" $line 2>/dev/null)
    # Options only where one was begun, and files where nothing else is wanted.
    string match -q -- '-*' "$word"; or set candidates (string match -v -- '-*' $candidates)
    if set -q candidates[1]
        string join \n -- $candidates
    else
        __fish_complete_path "$word"
    end
end
complete -c pipeline -f -a '(__pipeline_complete)'
