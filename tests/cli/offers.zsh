# Whether zsh, at a terminal, offers a word for the end of a line, with what the folder holds and its completions there:
#   zsh -f offers.zsh FOLDER LINE WORD
zmodload zsh/zpty
cd $1
zpty terminal zsh -f -i
zpty -w terminal "fpath=($1 \$fpath); autoload -U compinit; compinit -u -d $1/.zcompdump; bindkey '^I' list-choices; stty rows 200 cols 300; echo rea''dy"
zpty -r terminal answer '*ready*'
zpty -w -n terminal $2$'\t'
zpty -r terminal answer "*$3*"
