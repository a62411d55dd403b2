// HelpDesk
