# ask.zsh COMPLETION-FILE LINE...: what zsh offers when TAB is pressed behind each line, one match a line, a line "--" behind each
zmodload zsh/zpty
zpty inner ${ZSH_PROGRAM:-zsh} -f -i
out=$(mktemp)
ask() { zpty -w inner "$1"; }
ask "unset zle_bracketed_paste; module_path=($module_path); fpath=($fpath); PS1= PS2= ; autoload -Uz compinit; compinit -u -D; source ${(q)1}"
ask 'compadd() { if [[ "${@[1,(i)(-|--)]}" == *-(O|A|D)" "* ]]; then builtin compadd "$@"; return $?; fi; local -a hits; builtin compadd -A hits "$@"; (( $#hits )) && print -rl -- $hits >> '$out'; builtin compadd "$@" }'
ask 'finish() { print -r -- "--" >> '$out'; zle kill-whole-line }; zle -N finish; bindkey "^I" complete-word; bindkey "^Xd" finish'
shift
for line in "$@"; do zpty -w -n inner "$line"$'\t'$'\x18d'; sleep 0.5; done
for i in {1..100}; do (( $(grep -c '^--$' $out) >= $# )) && break; sleep 0.1; done
cat $out; rm $out
zpty -d inner
