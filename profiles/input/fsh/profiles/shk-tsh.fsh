Profile: ShkTsh
Parent: HasilLabAngka
Id: shk-tsh
Title: "TSH skrining hipotiroid kongenital"
Description: "Kadar TSH dari darah kering pada skrining hipotiroid kongenital (SHK), dalam mIU/L."
* insert Terbitan
* insert Inggris([["TSH of newborn screening"]])
* insert Diukur($loinc, 29575-8, laboratory, m[IU]/L)
