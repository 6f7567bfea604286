Profile: LingkarLenganAtas
Parent: Pengukuran
Id: lingkar-lengan-atas
Title: "Lingkar lengan atas"
Description: "Lingkar lengan atas (LiLA), dalam sentimeter."
* insert Terbitan
* insert Inggris([["Mid upper arm circumference"]])
* insert Diukur($sct, 284473002, exam, cm)
* interpretation MS
* interpretation from TafsirLilaVS (required)
